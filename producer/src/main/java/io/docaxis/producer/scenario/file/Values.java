package io.docaxis.producer.scenario.file;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What a section of a file says: its own values, over those of another section, over the defaults. */
final class Values {

    private final Place place;
    private final Values under;
    private final Map<String, Place> places;
    private final Map<String, Object> values;

    Values(Place place) {
        this(place, null, new HashMap<>(), new HashMap<>());
    }

    private Values(Place place, Values under, Map<String, Place> places, Map<String, Object> values) {
        this.place = place;
        this.under = under;
        this.places = places;
        this.values = values;
    }

    /** These values, and for keys that they lack those of another section instead of the defaults. */
    Values over(Values other) {
        return new Values(place, other, places, values);
    }

    /** Notes what the file says of a key; null for a value that was refused. */
    void give(Key<?> key, Place at, Object value) {
        places.put(key.name(), at);
        imply(key, value);
    }

    /** Notes a value that the file does not give itself. */
    void imply(Key<?> key, Object value) {
        values.put(key.name(), value);
    }

    @SuppressWarnings("unchecked") // a key's format made the value
    <T> T get(Key<T> key) {
        T own = (T) values.get(key.name());
        if (own != null) {
            return own;
        }
        return under == null ? key.fallback() : under.get(key);
    }

    /** Whether the file has the key, rightly or wrongly. */
    boolean gives(Key<?> key) {
        return places.containsKey(key.name());
    }

    /** Whether all these keys have a value and none was refused: only then is a check between them worth making. */
    boolean areSound(Key<?>... keys) {
        return Arrays.stream(keys).allMatch(key -> get(key) != null && !isRefused(key));
    }

    private boolean isRefused(Key<?> key) {
        return gives(key) ? values.get(key.name()) == null : under != null && under.isRefused(key);
    }

    Place at(Key<?> key) {
        return gives(key) ? places.get(key.name()) : place.missing(key.name());
    }

    Place place() {
        return place;
    }
}
