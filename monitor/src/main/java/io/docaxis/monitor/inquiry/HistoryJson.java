package io.docaxis.monitor.inquiry;

import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.monitor.json.Fields;
import java.time.LocalDate;
import java.util.OptionalLong;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The history of a thread, as JSON: simulated instants in the run's time and wall clock in UTC, both in ISO 8601; what is unknown is null. */
public final class HistoryJson {

    private HistoryJson() {}

    public static ObjectNode of(ThreadHistory history) {
        RunTime time = history.time();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("thread", history.thread());
        root.put("run", history.run().map(RunStarted::getRunId).orElse(null));
        root.put("partition", history.partition());
        root.putObject("read")
                .put("from_offset", history.scan().from())
                .put("until_offset", history.scan().until())
                .put("end_offset", history.scan().end())
                .put("records", history.scan().records())
                .put("from_lateness", history.fromLateness());
        var events = root.putArray("events");
        history.events().forEach(event -> put(events.addObject(), event, time));
        var deadlines = root.putArray("deadlines");
        history.deadlines().forEach(duty -> put(deadlines.addObject(), duty, time));
        var conclusions = root.putArray("conclusions");
        history.conclusions().forEach(revision -> put(conclusions.addObject(), revision, time));
        history.unknown().forEach(root.putArray("unknown")::add);
        return root;
    }

    /** The same, and of each event key and value as they lie in the log, in hexadecimal digits. */
    public static ObjectNode withBytes(ThreadHistory history) {
        ObjectNode root = of(history);
        int i = 0;
        for (ThreadEvent event : history.events()) {
            history.bytes()
                    .getOrDefault(event.offset(), new RecordHex(null, null, 0))
                    .putInto((ObjectNode) root.get("events").get(i++));
        }
        return root;
    }

    private static void put(ObjectNode node, ThreadEvent event, RunTime time) {
        node.put("offset", event.offset());
        node.put("sent_at", RunTime.wall(event.sentMs()));
        time.put(node, "occurred_at", event.occurredAt());
        time.put(node, "emitted_at", event.emittedAt());
        Fields.put(node, "source", event.source());
        Fields.put(node, "sequence", event.sequence());
        if (event.content() instanceof ThreadEvent.Document document) {
            put(node.put("kind", "document"), document, time);
        } else if (event.content() instanceof ThreadEvent.Report report) {
            node.put("kind", "status")
                    .put("ordinal", report.ordinal())
                    .put("document", report.document())
                    .put("status", report.status());
        } else if (event.content() instanceof ThreadEvent.Illegible illegible) {
            node.put("kind", "unreadable").put("reason", illegible.why());
        }
        node.put("from", event.from().isEmpty() ? null : event.from());
        event.to().forEach(node.putArray("to")::add);
        node.put("foreign", event.delivery().foreign());
        node.put("resent", event.delivery().resent());
        node.put("duplicate", event.delivery().duplicate());
        OptionalLong missing = event.delivery().missing();
        Fields.put(node, "missing_before", missing);
    }

    private static void put(ObjectNode node, ThreadEvent.Document document, RunTime time) {
        node.put("ordinal", document.ordinal());
        node.put("document", document.document());
        node.put("type", document.type());
        node.put("urgency", document.urgency());
        node.put("business", document.business());
        node.put("signed_at", document.signedAt() == 0 ? null : time.iso(document.signedAt()));
        node.put(
                "due_on",
                document.dueOn().isPresent()
                        ? LocalDate.ofEpochDay(document.dueOn().getAsLong()).toString()
                        : null);
        Fields.put(node, "answers", document.answers());
        Fields.put(node, "concerns", document.concerns());
    }

    private static void put(ObjectNode node, DutyDeadline duty, RunTime time) {
        node.put("obligation", DutyName.label(duty.obligation()));
        node.put("document", duty.document());
        duty.debtors().forEach(node.putArray("debtors")::add);
        time.put(node, "deadline", duty.deadline());
    }

    private static void put(ObjectNode node, LatenessRevision revision, RunTime time) {
        node.put("obligation", DutyName.label(revision.duty().obligation()));
        node.put("document", revision.duty().document());
        node.put("document_number", revision.documentNumber());
        node.put("debtor", revision.debtor());
        node.put("revision", revision.revision());
        node.put("kind", Fields.label(revision.kind()));
        node.put("deadline", time.iso(revision.deadline()));
        node.put("late_by_s", revision.isOverdue() ? null : (Long) revision.lateByS());
        node.put("instead", revision.instead().isEmpty() ? null : revision.instead());
        node.put("watermark", time.iso(revision.watermark()));
        node.put("announced_until", time.iso(revision.announcedUntil()));
        node.put("written_at", RunTime.wall(revision.writtenAtMs()));
    }
}
