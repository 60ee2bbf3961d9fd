package io.docaxis.monitor.inquiry;

import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.figures.ResponseFigures;
import io.docaxis.monitor.json.Fields;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who is late, as JSON: instants of simulated time in ISO 8601, what is unknown is null. */
public final class LateJson {

    private static final List<String> COUNTS =
            List.of("overdue", "provisional", "confirmed", "final", "uncertain", "clock_doubtful");

    /** By {@link #newest}. */
    private static final int SHOWN = 50;

    private LateJson() {}

    /**
     * All of it.
     *
     * @param limit most duties that are listed; the counts are of all
     */
    public static ObjectNode of(WhoIsLate late, long limit) {
        RunTime time = RunTime.of(late.run());
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("run", late.run().map(PartHeader::getRunId).orElse(null));
        root.put("scenario", late.run().map(PartHeader::getScenario).orElse(null));
        time.put(root, "watermark", late.watermark());
        root.put("ended", late.run().isPresent() ? late.ended() : null);
        boolean known = late.run().isPresent();
        root.put("overdue", known ? (Long) (long) late.duties().size() : null);
        for (OverdueAsKnown as : OverdueAsKnown.values()) {
            root.put(Fields.label(as), known ? (Long) late.count(as) : null);
        }
        root.put("uncertain", known ? (Long) late.uncertain() : null);
        late.unknown().forEach(root.putArray("unknown")::add);
        var duties = root.putArray("duties");
        late.duties().stream().limit(limit).forEach(duty -> put(duties.addObject(), duty, time));
        return root;
    }

    /** A part of the list, and what is known of it only by whoever has looked on; the counts are of all. */
    static ObjectNode of(LateMoment moment, ListPage page) {
        WhoIsLate late = moment.late();
        ObjectNode root = of(late, 0);
        putMoment(root, moment.takenAtMs(), moment.version());
        root.put("clock_doubtful", late.run().isPresent() ? moment.doubtfulCount() : null);
        root.putNull("problem");
        root.put("offset", page.offset());
        RunTime time = RunTime.of(late.run());
        var duties = root.putArray("duties");
        late.duties().stream()
                .skip(page.offset())
                .limit(page.limit())
                .forEach(duty -> put(duties.addObject(), duty, time).put("clock_doubtful", moment.isDoubtful(duty)));
        return root;
    }

    /** The newest counts of a prefix, and the worst duties: what a page shows of it all the time. Costs a look at each duty, so ask once a second at most. */
    public static ObjectNode newest(Figures figures) {
        Optional<ResponseFigures> known = figures.response();
        return known.isEmpty() ? unknown(figures.responseProblem().orElse("it is not known")) : newest(known.get());
    }

    private static ObjectNode unknown(String why) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        putMoment(root, OptionalLong.empty(), OptionalLong.empty());
        COUNTS.forEach(root::putNull);
        root.put("problem", why);
        root.putArray("duties");
        return root;
    }

    private static ObjectNode newest(ResponseFigures known) {
        WorstDuties worst = WorstDuties.of(known, SHOWN);
        RunTime time = RunTime.of(known.tally().about());
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        putMoment(root, known.takenAtMs(), OptionalLong.of(known.version()));
        root.put("overdue", worst.overdue());
        for (OverdueAsKnown as : OverdueAsKnown.values()) {
            root.put(Fields.label(as), worst.count(as));
        }
        root.put("uncertain", worst.uncertain());
        root.put("clock_doubtful", known.overdue().onDoubtfulClock());
        root.putNull("problem");
        var duties = root.putArray("duties");
        worst.duties()
                .forEach(found ->
                        put(duties.addObject(), found.duty(), time).put("clock_doubtful", found.isOnDoubtfulClock()));
        return root;
    }

    private static void putMoment(ObjectNode root, OptionalLong takenAtMs, OptionalLong version) {
        root.put("taken_at", takenAtMs.isPresent() ? RunTime.wall(takenAtMs.getAsLong()) : null);
        Fields.put(root, "version", version);
    }

    private static ObjectNode put(ObjectNode node, OverdueDuty duty, RunTime time) {
        LatenessRevision last = duty.last();
        node.put("agency", last.debtor());
        node.put("obligation", DutyName.label(last.duty().obligation()));
        node.put("document_number", last.documentNumber());
        node.put("deadline", time.iso(last.deadline()));
        node.put("overdue_s", duty.overdueS());
        node.put("known", duty.known().map(Fields::label).orElse(null));
        node.put("thread", last.duty().thread());
        node.put("document", last.duty().document());
        node.put(
                "receiver",
                last.duty().receiver().isEmpty() ? null : last.duty().receiver());
        node.put("asker", last.asker());
        node.put("type", last.type());
        node.put("urgency", last.urgency());
        node.put("partition", last.partition());
        return node.put("offset", last.offset());
    }
}
