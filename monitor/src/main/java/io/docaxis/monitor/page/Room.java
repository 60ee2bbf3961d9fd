package io.docaxis.monitor.page;

import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.page.AgingPoints.Merging;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is shown of one prefix, or of a cluster that has none: looked at once a second, its history kept, its sections made once for all viewers, and only
 * while there are any, or were a moment ago. Thread-safe.
 */
final class Room {

    /** A quarter of an hour as it came, then 4, 16, 64 and 256 seconds apart, then farther and farther. */
    private static final int NEWEST = 900;

    private static final int LEVELS = 4;
    private static final int OLDER = 150;
    private static final int MARKS = 200;

    /** So many looks after the last viewer has left, whoever comes back is told what they missed. */
    private static final int AWAITED = Broadcast.KEPT;

    /** Makes a viewer that says when it is gone. */
    interface Arrival {
        Viewer arrive(Consumer<Viewer> gone) throws IOException;
    }

    private final Broadcast broadcast;
    private final AgingPoints points;
    private final Marks marks = new Marks(MARKS);
    private Moment moment;
    private double[] point;
    private Map<String, String> sections = Map.of();
    private boolean isComposed;
    private int looksAlone = AWAITED + 1;

    /**
     * Of a first moment.
     *
     * @param stream a name that no other has
     */
    Room(String stream, Moment first) {
        broadcast = new Broadcast(stream);
        List<Merging> mergings = PointRow.mergings();
        points = new AgingPoints(mergings, NEWEST, LEVELS, OLDER);
        look(first);
    }

    /** Looks once more, and shows what has changed to whoever is there. */
    synchronized void look(Moment now) {
        moment = now;
        States.look(now, marks);
        point = PointRow.of(now);
        points.add(point);
        isComposed = false;
        looksAlone = broadcast.viewers() > 0 ? 0 : looksAlone + 1;
        if (looksAlone <= AWAITED) {
            broadcast.publish(sections());
        }
    }

    /**
     * Lets a viewer in.
     *
     * @param lastId of the last message that it has; null: it has none
     */
    synchronized void show(Arrival arrival, String lastId) throws IOException {
        if (looksAlone > AWAITED) {
            // nothing was told for a while, so that nobody can go on from where they were
            broadcast.begin(sections());
            looksAlone = 0;
        }
        broadcast.add(arrival.arrive(broadcast::remove), lastId);
    }

    /** A section as JSON; empty: there is none of that name. */
    synchronized Optional<String> section(String name) {
        return Optional.ofNullable(sections().get(name));
    }

    /** All that was seen over time, and what changed. */
    synchronized ObjectNode history() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        PointRow.putColumns(root.putArray("columns"));
        ArrayNode rows = root.putArray("points");
        points.points().forEach(each -> PointRow.put(rows.addArray(), each));
        root.set("marks", marksJson());
        return root;
    }

    private Map<String, String> sections() {
        if (!isComposed) {
            Map<String, String> made = new LinkedHashMap<>(Sections.of(moment, marks));
            ArrayNode row = JsonNodeFactory.instance.arrayNode();
            PointRow.put(row, point);
            made.put("point", row.toString());
            made.put("marks", marksJson().toString());
            sections = made;
            isComposed = true;
        }
        return sections;
    }

    private ArrayNode marksJson() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Mark mark : marks.all()) {
            ObjectNode node = all.addObject().put("at_ms", mark.atMs());
            node.put("simulated_s", Double.isNaN(mark.simulatedS()) ? null : (Long) Math.round(mark.simulatedS()));
            node.put("kind", mark.kind()).put("name", mark.name()).put("state", mark.state());
            node.put("bad", mark.bad()).put("text", mark.text());
        }
        return all;
    }

    /** Whether nothing comes any more, as the last look has it, and it is known what is overdue at the end, and what was planted. */
    synchronized boolean isLast() {
        return moment.figures().tally().ended()
                && moment.figures()
                        .response()
                        .filter(known -> known.tally().ended())
                        .isPresent()
                && moment.source().map(Figures::isLedgerSettled).orElse(true);
    }

    int viewers() {
        return broadcast.viewers();
    }

    /** Sends everybody away. */
    void close() {
        broadcast.close();
    }
}
