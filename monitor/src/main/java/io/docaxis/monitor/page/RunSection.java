package io.docaxis.monitor.page;

import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.monitor.figures.EventLag;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.figures.TallySnapshot;
import io.docaxis.monitor.inquiry.RunTime;
import io.docaxis.monitor.json.Fields;
import io.docaxis.monitor.page.Marks.Thing;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The section about the run: which it is, how far it is, what was sent and read, whether the books balance. */
final class RunSection {

    private final Moment moment;
    private final TallySnapshot tally;
    private final Marks marks;

    private RunSection(Moment moment, Marks marks) {
        this.moment = moment;
        tally = moment.figures().tally();
        this.marks = marks;
    }

    static ObjectNode of(Moment moment, Marks marks) {
        return new RunSection(moment, marks).json();
    }

    private ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("now", RunTime.wall(moment.nowMs()));
        root.put("command", moment.here().command());
        Fields.put(root, "cluster", moment.cluster());
        Fields.put(root, "cluster_silent_s", moment.silentS());
        Fields.put(root, "cluster_problem", moment.clusterProblem());
        Fields.put(root, "prefix", moment.prefix());
        moment.prefixes().forEach(root.putArray("prefixes")::add);
        putRun(root, moment.time());
        putHere(root, moment.here());
        putTraffic(root.putObject("traffic"));
        putCounts(root);
        putEventLag(root.putObject("event_lag"), moment.event());
        putSources(root.putArray("sources"), moment.figures());
        Fields.put(root, "taken_at", wall(tally.takenAtMs()));
        Fields.put(root, "problem", moment.source().flatMap(Figures::tallyProblem));
        root.put("in_turns", moment.figures().round().isInTurns());
        return root;
    }

    private void putRun(ObjectNode root, RunTime time) {
        Optional<PartHeader> about = tally.about();
        root.put("run_id", about.map(PartHeader::getRunId).orElse(null));
        root.put("scenario", about.map(PartHeader::getScenario).orElse(null));
        root.put("seed", about.map(PartHeader::getSeed).orElse(null));
        root.put("starts_at", iso(about.map(PartHeader::getStartsAt), time));
        root.put("ends_at", iso(about.map(PartHeader::getEndsAt), time));
        root.put("utc_offset_s", time.utcOffsetS());
        root.put("watermark", iso(present(tally.watermark()), time));
        root.put("newest", iso(present(moment.event().newest()), time));
        root.put("ended", about.isPresent() ? (Boolean) tally.ended() : null);
        root.put("live", about.map(RunSection::isLive).orElse(null));
    }

    private static boolean isLive(PartHeader header) {
        return header.hasStart() && header.getStart().hasLive();
    }

    private static Optional<Long> present(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    /** Instant 0 is not said yet. */
    private static String iso(Optional<Long> instant, RunTime time) {
        return instant.filter(at -> at != 0).map(time::iso).orElse(null);
    }

    private static Optional<String> wall(OptionalLong ms) {
        return ms.isPresent() ? Optional.of(RunTime.wall(ms.getAsLong())) : Optional.empty();
    }

    private void putHere(ObjectNode root, RunHere here) {
        Fields.put(root, "phase", here.phase());
        Fields.put(root, "share", here.share());
        Fields.put(root, "speed", here.speed().isPresent() ? here.speed() : liveSpeed());
        if (here.verdict().isPresent()) {
            root.putObject("verdict")
                    .put("verdict", here.verdict().get().word())
                    .put("text", here.verdict().get().text());
        } else {
            root.putNull("verdict");
        }
    }

    private OptionalDouble liveSpeed() {
        return tally.about()
                .filter(RunSection::isLive)
                .map(header -> OptionalDouble.of(header.getStart().getLive().getSpeed() / 1000.0))
                .orElse(OptionalDouble.empty());
    }

    private void putTraffic(ObjectNode node) {
        Optional<RunHere.Sent> sent = moment.here().sent();
        Fields.put(node, "intended", sent.map(RunHere.Sent::intended).orElse(OptionalLong.empty()));
        node.put("sent", sent.map(RunHere.Sent::sent).orElse(null));
        node.put("acknowledged", sent.map(RunHere.Sent::acknowledged).orElse(null));
        node.put("failed", sent.map(RunHere.Sent::failed).orElse(null));
        node.put("read", tally.isKnown() ? (Long) tally.recordsRead() : null);
        Fields.put(node, "behind_s", sent.map(RunHere.Sent::behindS).orElse(OptionalDouble.empty()));
        Fields.put(node, "problem", sent.flatMap(RunHere.Sent::problem));
    }

    private void putCounts(ObjectNode root) {
        boolean known = tally.isKnown();
        root.put("documents", known ? (Long) tally.documents() : null);
        root.put("dispatches", known ? (Long) tally.dispatches() : null);
        root.put("open_dispatches", known ? (Long) tally.openDispatches() : null);
        if (!known) {
            root.putNull("books");
            root.putNull("records");
            return;
        }
        root.putObject("books")
                .put("balance", moment.figures().round().booksBalance())
                .put("read", tally.recordsRead())
                .put("waiting", waiting());
        ObjectNode records = root.putObject("records");
        for (Counter counter : Counter.values()) {
            if (counter.kind() != Counter.Kind.PLANTED) {
                records.put(counter.label(), tally.count(counter));
            }
        }
    }

    private long waiting() {
        return tally.headers().values().stream()
                .mapToLong(PartHeader::getWaiting)
                .sum();
    }

    private void putEventLag(ObjectNode node, EventLag lag) {
        OptionalInt worst = lag.worst();
        Fields.put(node, "lag_s", worst.isPresent() ? lag.lagS(worst.getAsInt()) : OptionalLong.empty());
        Fields.put(node, "partition", worst);
        ArrayNode sources = node.putArray("sources");
        worst.ifPresent(partition -> lag.holders(partition).forEach(sources::add));
        int parts = tally.about().map(PartHeader::getParts).orElse(0);
        node.put("unknown_partitions", parts == 0 ? null : (Integer) tally.unknownWatermarks(parts));
    }

    private void putSources(ArrayNode array, FiguresView figures) {
        RunTime time = moment.time();
        moment.event().sources().forEach((source, emittedAt) -> {
            boolean silent = figures.round().silentSources().contains(source);
            ObjectNode node = array.addObject().put("source", source);
            node.put("emitted_at", time.iso(emittedAt)).put("silent", silent);
            OptionalLong since =
                    silent ? marks.sinceMs(new Thing(States.SOURCE, String.valueOf(source))) : OptionalLong.empty();
            Fields.put(node, "silent_since", wall(since));
        });
    }
}
