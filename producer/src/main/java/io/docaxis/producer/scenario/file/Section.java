package io.docaxis.producer.scenario.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * A map with known keys, which are added where they are declared. Always gives {@link Values}, however bad the map, so that every
 * other key is still looked at.
 */
final class Section implements Format<Values> {

    private final List<Key<?>> keys = new ArrayList<>();

    /** In the order in which they were added. */
    List<Key<?>> keys() {
        return Collections.unmodifiableList(keys);
    }

    <T> Key<T> add(Key<T> key) {
        keys.add(key);
        return key;
    }

    /** Adds a key that has a default, written as in a file. */
    <T> Key<T> optional(String name, Format<T> format, String fallback, String meaning) {
        return add(Key.of(name, format, fallback, meaning));
    }

    <T> Key<T> required(String name, Format<T> format, String meaning) {
        return add(new Key<>(name, format, null, null, meaning));
    }

    /** Adds a key whose default depends on others: {@link Values#get} gives null. */
    <T> Key<T> derived(String name, Format<T> format, String fallbackInWords, String meaning) {
        return add(new Key<>(name, format, fallbackInWords, null, meaning));
    }

    /** Adds a key whose value is a map with known keys. */
    Key<Values> section(String name, Section section, String meaning) {
        return add(new Key<>(name, section, "", null, meaning));
    }

    @Override
    public Values read(Place place) {
        Values values = new Values(place);
        if (place.node() instanceof MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                readEntry(place.entry(entry), Place.name(entry.getKeyNode()), values);
            }
        } else if (!place.isNothing()) {
            place.refuse(allowed());
            return empty(place);
        }
        for (Key<?> key : keys) {
            if (!values.gives(key)) {
                readMissing(place.missing(key.name()), key, values);
            }
        }
        return values;
    }

    private Values empty(Place place) {
        Values values = new Values(place);
        for (Key<?> key : keys) {
            if (key.format() instanceof Section section) {
                values.imply(key, section.empty(place.missing(key.name())));
            }
        }
        return values;
    }

    private void readEntry(Place place, String name, Values values) {
        Key<?> key =
                keys.stream().filter(k -> k.name().equals(name)).findFirst().orElse(null);
        if (key == null) {
            List<String> known = keys.stream().map(Key::name).toList();
            String hint = place.findings().isTelling() ? Nearest.hint(name, known) : "";
            place.refuse("an unknown key", String.join(", ", known) + hint);
        } else if (values.gives(key)) {
            place.refuse(
                    "the key a second time",
                    "once; it is on line " + values.at(key).line());
        } else {
            values.give(key, place, key.format().read(place));
        }
    }

    private static void readMissing(Place place, Key<?> key, Values values) {
        if (key.format() instanceof Section section) {
            values.imply(key, section.read(place));
        } else if (key.isRequired()) {
            place.refuse(key.format().allowed());
        }
    }

    @Override
    public String allowed() {
        return keys.stream().map(Key::name).collect(Collectors.joining(", ", "a map with keys ", ""));
    }
}
