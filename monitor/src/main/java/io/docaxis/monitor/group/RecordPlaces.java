package io.docaxis.monitor.group;

import io.docaxis.monitor.health.FirstRecord;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What is known of the first records at places in logs, for readers of one isolation. What was found stays so: a record is what it
 * is, and where nothing was given to a reader, nothing ever is. One thread at a time.
 */
final class RecordPlaces {

    /**
     * Where to look for a record.
     *
     * @param from the offset at which the search begins
     * @param end the offset before which it ends
     */
    record Place(TopicPartition partition, long from, long end) {}

    private record Start(TopicPartition partition, long from) {
        static Start of(Place place) {
            return new Start(place.partition, place.from);
        }
    }

    private record Found(long offset, FirstRecord record) {}

    private final Map<Start, Found> found = new HashMap<>();
    /** Up to which offset there is nothing. */
    private final Map<Start, Long> passed = new HashMap<>();

    /** By partition, the places of which it is not known; forgets all others. Of two that begin at one offset the longer one. */
    Map<TopicPartition, Deque<Place>> missing(Collection<Place> places) {
        Map<Start, Place> wanted = new HashMap<>();
        places.forEach(
                place -> wanted.merge(Start.of(place), place, (one, other) -> one.end >= other.end ? one : other));
        found.keySet().retainAll(wanted.keySet());
        passed.keySet().retainAll(wanted.keySet());
        Map<TopicPartition, Deque<Place>> missing = new HashMap<>();
        wanted.values().stream()
                .filter(place -> !found.containsKey(Start.of(place)) && goesOnAt(place) < place.end)
                .forEach(place -> missing.computeIfAbsent(place.partition, first -> new ArrayDeque<>())
                        .add(place));
        return missing;
    }

    /** Where the search goes on: what was passed is not read again. */
    long goesOnAt(Place place) {
        return passed.getOrDefault(Start.of(place), place.from);
    }

    /** Nothing is there before this offset. */
    void pass(Place place, long offset) {
        passed.merge(Start.of(place), offset, Math::max);
    }

    /** The first record from there on, wherever it is. */
    void find(Place place, long offset, FirstRecord record) {
        found.put(Start.of(place), new Found(offset, record));
    }

    FirstRecord at(Place place) {
        Found first = found.get(Start.of(place));
        if (first != null) {
            return first.offset < place.end ? first.record : FirstRecord.NONE;
        }
        return goesOnAt(place) >= place.end ? FirstRecord.NONE : FirstRecord.UNREAD;
    }
}
