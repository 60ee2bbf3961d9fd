package io.docaxis.monitor.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends sections to all viewers: all of them once, then what changes. Each message is made once, whoever sees it. A viewer that has not taken the message
 * before gets none; when it has, it gets all sections again. Thread-safe; nothing in it waits for a viewer.
 */
final class Broadcast {

    /** Messages that a viewer may have missed and still go on. */
    static final int KEPT = 30;

    private final String stream;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final Deque<Message> recent = new ArrayDeque<>();
    private Map<String, String> sections = Map.of();
    private Message all;
    private long number;

    /** @param stream a name that no other stream has, also of another process at the same address */
    Broadcast(String stream) {
        this.stream = stream;
    }

    /** Begins anew: who comes, from wherever, is sent all. */
    synchronized void begin(Map<String, String> now) {
        recent.clear();
        sections = new LinkedHashMap<>(now);
        number++;
        all = null;
    }

    /** Sends what is new. */
    synchronized void publish(Map<String, String> now) {
        Map<String, String> changed = new LinkedHashMap<>();
        now.forEach((name, section) -> {
            if (!section.equals(sections.get(name))) {
                changed.put(name, section);
            }
        });
        sections = new LinkedHashMap<>(now);
        number++;
        all = null;
        Message change = Message.of(stream, number, false, changed);
        recent.addLast(change);
        if (recent.size() > KEPT) {
            recent.removeFirst();
        }
        viewers.forEach(viewer -> viewer.offer(change, this::all));
    }

    /** All sections as they are. */
    private synchronized Message all() {
        if (all == null) {
            all = Message.of(stream, number, true, sections);
        }
        return all;
    }

    /**
     * Adds a viewer.
     *
     * @param lastId of the last message that it has; null: it has none
     */
    synchronized void add(Viewer viewer, String lastId) {
        viewers.add(viewer);
        viewer.begin(since(lastId).orElseGet(() -> List.of(all())));
    }

    /** What came since a message; empty: it is not this stream's, or too long ago. */
    private Optional<List<Message>> since(String lastId) {
        if (lastId == null || !lastId.matches("\\Q" + stream + "\\E-[0-9]{1,18}")) {
            return Optional.empty();
        }
        long last = Long.parseLong(lastId.substring(stream.length() + 1));
        boolean hasAll = !recent.isEmpty() && last >= recent.getFirst().number() - 1 && last <= number;
        if (!hasAll) {
            return Optional.empty();
        }
        List<Message> missed = new ArrayList<>(recent);
        missed.removeIf(message -> message.number() <= last);
        return Optional.of(missed);
    }

    void remove(Viewer viewer) {
        viewers.remove(viewer);
    }

    int viewers() {
        return viewers.size();
    }

    /** Ends the stream of each viewer. */
    void close() {
        viewers.forEach(Viewer::end);
    }
}
