package io.docaxis.monitor.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Remembers in which state each thing was seen, and marks when it changes. What is seen for the first time is marked only if it is bad; what is not seen any
 * more is forgotten. Bounded; not thread-safe.
 */
final class Marks {

    /** Which thing. */
    record Thing(String kind, String name) {}

    /** How it is. */
    record State(String label, boolean bad, String text) {}

    private record Held(State state, long sinceMs) {}

    private final int most;
    private final Map<Thing, Held> held = new HashMap<>();
    private final Deque<Mark> marks = new ArrayDeque<>();

    /** @param most marks that are kept: the newest */
    Marks(int most) {
        this.most = most;
    }

    /**
     * Looks once more.
     *
     * @param now all things of a kind that are known now; a kind of which nothing is known is not among {@code kinds}
     * @param kinds that were looked at
     */
    void look(long atMs, double simulatedS, Map<Thing, State> now, Set<String> kinds) {
        Set<Thing> gone = new HashSet<>(held.keySet());
        gone.removeIf(thing -> now.containsKey(thing) || !kinds.contains(thing.kind()));
        held.keySet().removeAll(gone);
        now.forEach((thing, state) -> {
            Held before = held.get(thing);
            if (before != null && before.state().label().equals(state.label())) {
                return;
            }
            held.put(thing, new Held(state, atMs));
            if (before != null || state.bad()) {
                marks.addLast(new Mark(
                        atMs, simulatedS, thing.kind(), thing.name(), state.label(), state.bad(), state.text()));
            }
        });
        while (marks.size() > most) {
            marks.removeFirst();
        }
    }

    /** Since when a thing is as it is, wall clock; empty: it is not known. */
    OptionalLong sinceMs(Thing thing) {
        Held found = held.get(thing);
        return found == null ? OptionalLong.empty() : OptionalLong.of(found.sinceMs());
    }

    /** Oldest first. */
    List<Mark> all() {
        return List.copyOf(marks);
    }
}
