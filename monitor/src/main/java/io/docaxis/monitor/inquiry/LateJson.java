package io.docaxis.monitor.inquiry;

import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.tally.proto.PartHeader;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who is late, as JSON: instants of simulated time in ISO 8601, what is unknown is null. */
public final class LateJson {

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
        root.put(
                "watermark",
                late.watermark().isPresent() ? time.iso(late.watermark().getAsLong()) : null);
        root.put("ended", late.run().isPresent() ? late.ended() : null);
        boolean known = late.run().isPresent();
        root.put("overdue", known ? (Long) (long) late.duties().size() : null);
        for (OverdueAsKnown as : OverdueAsKnown.values()) {
            root.put(label(as), known ? (Long) late.count(as) : null);
        }
        root.put("uncertain", known ? (Long) late.uncertain() : null);
        late.unknown().forEach(root.putArray("unknown")::add);
        var duties = root.putArray("duties");
        late.duties().stream().limit(limit).forEach(duty -> put(duties.addObject(), duty, time));
        return root;
    }

    private static void put(ObjectNode node, OverdueDuty duty, RunTime time) {
        LatenessRevision last = duty.last();
        node.put("agency", last.debtor());
        node.put("obligation", DutyName.label(last.duty().obligation()));
        node.put("document_number", last.documentNumber());
        node.put("deadline", time.iso(last.deadline()));
        node.put("overdue_s", duty.overdueS());
        node.put("known", duty.known().map(LateJson::label).orElse(null));
        node.put("thread", last.duty().thread());
        node.put("document", last.duty().document());
        node.put(
                "receiver",
                last.duty().receiver().isEmpty() ? null : last.duty().receiver());
        node.put("asker", last.asker());
        node.put("type", last.type());
        node.put("urgency", last.urgency());
        node.put("partition", last.partition());
        node.put("offset", last.offset());
    }

    private static String label(OverdueAsKnown known) {
        return known.name().toLowerCase(Locale.ROOT);
    }
}
