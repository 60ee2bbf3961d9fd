package io.docaxis.simulator.command;

import io.docaxis.common.event.Status;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.kafka.topic.EventLog;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.monitor.inquiry.DutyDeadline;
import io.docaxis.monitor.inquiry.RunTime;
import io.docaxis.monitor.inquiry.ThreadEvent;
import io.docaxis.monitor.inquiry.ThreadHistory;
import io.docaxis.simulator.report.Wording;
import io.docaxis.simulator.terminal.TextTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** The history of a thread, for a terminal. Times are the run's, but for what is named wall clock. */
final class HistoryText {

    private static final String UNKNOWN = "unknown";

    /** More receivers than these are counted. */
    private static final int NAMED = 3;

    private static final Map<Integer, String> STATUSES = Map.of(
            Status.ARRIVED, "01 arrived",
            Status.REFUSED, "02 refused",
            Status.ACCEPTED, "03 accepted",
            Status.ASSIGNED, "04 assigned",
            Status.IN_PROCESS, "05 in process",
            Status.COMPLETED, "06 completed",
            Status.RECALL_REQUESTED, "13 recall requested",
            Status.RECALL_AGREED, "15 recall agreed",
            Status.RECALL_REFUSED, "16 recall refused");

    private final ThreadHistory history;
    private final int utcOffsetS;
    private final int width;

    private HistoryText(ThreadHistory history, int width) {
        this.history = history;
        this.utcOffsetS = history.time().utcOffsetS();
        this.width = width;
    }

    /** @param width columns that lines may have */
    static String of(ThreadHistory history, int width) {
        return new HistoryText(history, width).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder(read());
        history.unknown().forEach(what -> text.append("unknown: ").append(what).append('\n'));
        if (!history.events().isEmpty()) {
            text.append("\nevents, in the order of the log\n").append(events());
        }
        if (!history.deadlines().isEmpty()) {
            text.append("\ndeadlines, by the rules\n").append(deadlines());
        }
        if (!history.conclusions().isEmpty()) {
            text.append("\nconcluded of lateness\n").append(conclusions());
        }
        return text.toString();
    }

    private String read() {
        EventLog.Scan scan = history.scan();
        return "thread " + history.thread()
                + history.run()
                        .map(RunStarted::getRunId)
                        .map(run -> ", run " + run)
                        .orElse("") + ": "
                + count(history.events().size(), "event") + " in partition " + history.partition() + "\n"
                + count(scan.records(), "record") + " read there, from offset " + scan.from() + " to " + scan.until()
                + (history.fromLateness()
                        ? ": reading began where a lateness record says that document 0 is; --from-start reads all\n"
                        : "\n");
    }

    private String events() {
        TextTable table = TextTable.of(
                        "offset",
                        "occurred at",
                        "event",
                        "note",
                        "from",
                        "to",
                        "emitted at",
                        "source",
                        "sequence",
                        "sent, wall clock")
                .right(0, 7, 8);
        for (ThreadEvent event : history.events()) {
            table.row(
                    String.valueOf(event.offset()),
                    instant(event.occurredAt()),
                    what(event.content()),
                    note(event.delivery()),
                    event.from(),
                    agencies(event.to()),
                    instant(event.emittedAt()),
                    event.source().isPresent() ? String.valueOf(event.source().getAsInt()) : UNKNOWN,
                    event.sequence().isPresent()
                            ? String.valueOf(event.sequence().getAsLong())
                            : UNKNOWN,
                    RunTime.wall(event.sentMs()));
        }
        return table.text(width);
    }

    private String deadlines() {
        TextTable table =
                TextTable.of("document", "obligation", "due", "owed by").right(0);
        for (DutyDeadline duty : history.deadlines()) {
            table.row(
                    String.valueOf(duty.document()),
                    Wording.words(duty.obligation()),
                    duty.deadline().isPresent()
                            ? Wording.instant(duty.deadline().getAsLong(), utcOffsetS)
                            : "outside the calendar: not owed",
                    agencies(duty.debtors()));
        }
        return table.text(width);
    }

    private String conclusions() {
        TextTable table = TextTable.of(
                        "document",
                        "obligation",
                        "owed by",
                        "revision",
                        "concluded",
                        "deadline",
                        "watermark",
                        "written, wall clock")
                .right(0, 3);
        for (LatenessRevision revision : history.conclusions()) {
            table.row(
                    String.valueOf(revision.duty().document()),
                    Wording.words(revision.duty().obligation()),
                    revision.debtor(),
                    String.valueOf(revision.revision()),
                    concluded(revision),
                    Wording.instant(revision.deadline(), utcOffsetS),
                    Wording.instant(revision.watermark(), utcOffsetS),
                    RunTime.wall(revision.writtenAtMs()));
        }
        return table.text(width);
    }

    private static String concluded(LatenessRevision revision) {
        return switch (revision.kind()) {
            case FULFILLED_LATE -> "late by " + Wording.duration(revision.lateByS());
            case CORRECTED -> "corrected: late by " + Wording.duration(revision.lateByS());
            case WITHDRAWN -> "withdrawn: " + revision.instead().replace('_', ' ');
            default -> Wording.words(revision.kind());
        };
    }

    private static String what(ThreadEvent.Content content) {
        if (content instanceof ThreadEvent.Document document) {
            return document(document);
        }
        if (content instanceof ThreadEvent.Report report) {
            return STATUSES.getOrDefault(
                            report.status(), String.format(Locale.ROOT, "%02d, no known status", report.status()))
                    + ", of document " + report.document();
        }
        return "unreadable: " + ((ThreadEvent.Illegible) content).why();
    }

    private static String document(ThreadEvent.Document document) {
        List<String> words = new ArrayList<>(List.of("document " + document.document() + ": " + document.type()));
        if (!document.urgency().equals("normal")) {
            words.add(document.urgency().replace('_', ' '));
        }
        if (!document.business().equals("new")) {
            words.add(document.business());
        }
        document.dueOn().ifPresent(day -> words.add("due " + LocalDate.ofEpochDay(day)));
        document.answers().ifPresent(number -> words.add("answers " + number));
        document.concerns().ifPresent(number -> words.add("concerns " + number));
        return String.join(", ", words);
    }

    private static String note(ThreadEvent.Delivery delivery) {
        List<String> notes = new ArrayList<>();
        if (delivery.foreign()) {
            notes.add("another run's");
        }
        if (delivery.resent()) {
            notes.add("resent");
        }
        if (delivery.duplicate()) {
            notes.add("duplicate");
        }
        if (delivery.missing().orElse(0) > 0) {
            notes.add(Wording.number(delivery.missing().getAsLong()) + " missing before");
        }
        return String.join(", ", notes);
    }

    private static String agencies(List<String> codes) {
        return codes.size() <= NAMED + 1
                ? String.join(", ", codes)
                : String.join(", ", codes.subList(0, NAMED)) + " and " + (codes.size() - NAMED) + " more";
    }

    private String instant(OptionalLong at) {
        return at.isPresent() ? Wording.instant(at.getAsLong(), utcOffsetS) : UNKNOWN;
    }

    private static String count(long number, String what) {
        return Wording.number(number) + " " + what + (number == 1 ? "" : "s");
    }
}
