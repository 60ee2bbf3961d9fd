package io.docaxis.monitor.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The rooms that there are: one for each prefix. The first is there before any prefix is known, and takes the first that is found; it keeps to that while
 * no other is there, so that a run that begins afresh goes on in its room. Thread-safe.
 */
final class RoomsByPrefix {

    private final String stream;
    private final Function<Optional<String>, Moment> moments;
    private final Map<String, Room> others = new ConcurrentHashMap<>();
    private Optional<String> firstPrefix = Optional.empty();
    private volatile Room first;

    /**
     * No prefix is known yet.
     *
     * @param stream a name that no other process has
     * @param moments what is known now of a prefix; of none, of the cluster
     */
    RoomsByPrefix(String stream, Function<Optional<String>, Moment> moments) {
        this.stream = stream;
        this.moments = moments;
        first = new Room(stream, moments.apply(Optional.empty()));
    }

    /**
     * Looks once more into each.
     *
     * @param known prefixes that there are, in order
     */
    synchronized void look(List<String> known) {
        others.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> others.remove(name).close());
        chooseFirst(known);
        first.look(moments.apply(firstPrefix.filter(known::contains)));
        for (String name : known) {
            if (!isFirst(name)) {
                Room room = others.get(name);
                if (room == null) {
                    others.put(name, made(name));
                } else {
                    room.look(moments.apply(Optional.of(name)));
                }
            }
        }
    }

    /** Where the first prefix is gone and there is another, the room of that one is the first: what was seen of the two is not one history. */
    private void chooseFirst(List<String> known) {
        if (known.isEmpty() || firstPrefix.filter(known::contains).isPresent()) {
            return;
        }
        String next = known.get(0);
        if (firstPrefix.isPresent()) {
            Room left = first;
            Room kept = others.remove(next);
            first = kept == null ? made(next) : kept;
            left.close();
        }
        firstPrefix = Optional.of(next);
    }

    private Room made(String prefix) {
        return new Room(stream + "." + prefix, moments.apply(Optional.of(prefix)));
    }

    private boolean isFirst(String prefix) {
        return firstPrefix.equals(Optional.of(prefix));
    }

    /** The room of a prefix; empty: it was not there at the last look. */
    synchronized Optional<Room> of(Optional<String> prefix) {
        return prefix.isEmpty() || isFirst(prefix.get())
                ? Optional.of(first)
                : Optional.ofNullable(others.get(prefix.get()));
    }

    /** The room of whoever names no prefix. */
    Room first() {
        return first;
    }

    int viewers() {
        return first.viewers()
                + others.values().stream().mapToInt(Room::viewers).sum();
    }

    /** Sends everybody away. */
    void close() {
        first.close();
        others.values().forEach(Room::close);
    }
}
