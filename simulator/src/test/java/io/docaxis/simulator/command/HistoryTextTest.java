package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Status;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.kafka.topic.EventLog;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.monitor.inquiry.DutyDeadline;
import io.docaxis.monitor.inquiry.HistoryJson;
import io.docaxis.monitor.inquiry.ThreadEvent;
import io.docaxis.monitor.inquiry.ThreadHistory;
import io.docaxis.simulator.Golden;
import io.docaxis.simulator.report.JsonReport;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The life of a document that docs/domain.md tells, with what a channel may do to it. */
class HistoryTextTest {

    private static final long SENT_MS = 1_795_867_200_000L;

    private static final ThreadHistory LIFE = new ThreadHistory(
            4711,
            Optional.of(RunStarted.newBuilder()
                    .setRunId("life-1")
                    .setUtcOffsetS(7 * 3600)
                    .build()),
            3,
            new EventLog.Scan(120, 2_532, 2_532, 2_412),
            true,
            List.of(
                    event(120, 41, document(0, "2023-03-07T09:00", "2023-03-15"), "G18", 3, 0, false),
                    event(131, 44, report(1, Status.REFUSED, "2023-03-07T10:10"), "H01", 1, 2, false),
                    event(140, 45, report(1, Status.REFUSED, "2023-03-07T10:10"), "H01", 1, 0, true),
                    new ThreadEvent(
                            151,
                            SENT_MS + 151,
                            OptionalLong.empty(),
                            OptionalInt.empty(),
                            OptionalLong.empty(),
                            new ThreadEvent.Illegible("checksum"),
                            "",
                            List.of(),
                            new ThreadEvent.Delivery(false, false, false, OptionalLong.empty()))),
            List.of(
                    new DutyDeadline(Obligation.SEND, 0, List.of("G18"), at("2023-03-07T12:00")),
                    new DutyDeadline(
                            Obligation.RESPOND, 0, List.of("H01", "H02", "H03", "H04", "H05"), at("2023-03-15T17:00")),
                    new DutyDeadline(Obligation.ANSWER_RECALL, 0, List.of("H01"), OptionalLong.empty())),
            List.of(
                    revision(1, Lateness.Kind.OVERDUE, 0),
                    revision(2, Lateness.Kind.FULFILLED_LATE, 63_000),
                    revision(3, Lateness.Kind.WITHDRAWN, 0)),
            List.of());

    @Test
    void isWrittenForTerminalsAndPrograms() {
        Golden.assertEquals("history.txt", HistoryText.of(LIFE, Integer.MAX_VALUE));
        Golden.assertEquals("history.json", JsonReport.text(HistoryJson.of(LIFE)));
    }

    @Test
    void saysHowMuchWasReadWhereNothingIsFound() {
        ThreadHistory nothing = new ThreadHistory(
                5,
                Optional.empty(),
                0,
                new EventLog.Scan(0, 1_234, 1_234, 1_200),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of("deadlines: no start marker"));

        assertThat(HistoryText.of(nothing, 80)).isEqualTo("""
                        thread 5: 0 events in partition 0
                        1,200 records read there, from offset 0 to 1234
                        unknown: deadlines: no start marker
                        """);
    }

    private static ThreadEvent.Document document(int number, String sentAt, String dueOn) {
        return new ThreadEvent.Document(
                0,
                number,
                "CV",
                "very_urgent",
                "new",
                at(sentAt).getAsLong() - 3600,
                at(sentAt).getAsLong(),
                OptionalLong.of(LocalDate.parse(dueOn).toEpochDay()),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static ThreadEvent.Report report(int ordinal, int status, String at) {
        return new ThreadEvent.Report(ordinal, 0, status, at(at).getAsLong());
    }

    private static ThreadEvent event(
            long offset,
            long sequence,
            ThreadEvent.Content content,
            String from,
            int receivers,
            long missing,
            boolean duplicate) {
        List<String> to =
                new ArrayList<>(List.of("H01", "H02", "H03", "H04", "H05").subList(0, receivers));
        return new ThreadEvent(
                offset,
                SENT_MS + offset,
                at("2023-03-07T10:12:05"),
                OptionalInt.of(0),
                OptionalLong.of(sequence),
                content,
                from,
                to,
                new ThreadEvent.Delivery(false, false, duplicate, OptionalLong.of(missing)));
    }

    private static LatenessRevision revision(int revision, Lateness.Kind kind, long lateByS) {
        long deadline = at("2023-03-15T17:00").getAsLong();
        return new LatenessRevision(
                new DutyName(4711, 0, "H26", Obligation.RESPOND),
                revision,
                kind,
                "H26",
                "G18",
                "CV",
                "very_urgent",
                deadline - 1,
                deadline,
                lateByS,
                deadline + 60L * revision,
                deadline + 60L * revision,
                3,
                120,
                2023,
                false,
                kind == Lateness.Kind.WITHDRAWN ? "on_time" : "",
                SENT_MS + revision);
    }

    private static OptionalLong at(String local) {
        return OptionalLong.of(LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7)));
    }
}
