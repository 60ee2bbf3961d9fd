package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.monitor.inquiry.LateJson;
import io.docaxis.monitor.inquiry.OverdueDuty;
import io.docaxis.monitor.inquiry.WhoIsLate;
import io.docaxis.simulator.Golden;
import io.docaxis.simulator.report.JsonReport;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LateTextTest {

    private static final long NOW = at("2023-06-14T09:12");

    private static final WhoIsLate SOME = new WhoIsLate(
            headers(2),
            List.of(
                    duty(4711, 0, "H53", "H53", Obligation.RESPOND, "2023-06-05T17:00", OverdueAsKnown.FINAL),
                    duty(
                            123_456_789,
                            3,
                            "H53.13.05",
                            "H53.13.05",
                            Obligation.ACKNOWLEDGE,
                            "2023-06-13T17:00:30",
                            OverdueAsKnown.CONFIRMED),
                    duty(12, 1, "", "G01", Obligation.SEND, "2023-06-14T09:00", OverdueAsKnown.PROVISIONAL)),
            List.of());

    @Test
    void isWrittenForTerminalsSpreadsheetsAndPrograms() {
        Golden.assertEquals("late.txt", LateText.of(SOME, 20, Integer.MAX_VALUE));
        Golden.assertEquals("late.csv", LateText.csv(SOME, 20));
        Golden.assertEquals("late.json", JsonReport.text(LateJson.of(SOME, 20)));
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        assertThat(LateText.of(SOME, 20, 60).lines().skip(3)).allMatch(line -> line.length() <= 60);
    }

    @Test
    void theCountsAreOfAllWhateverTheLimit() {
        assertThat(LateText.of(SOME, 1, 80))
                .contains("3 overdue (2 confirmed or final), 3 at 2 agencies", "… and 2 more: --limit 0 shows all");
        assertThat(LateJson.of(SOME, 1).get("overdue").asLong()).isEqualTo(3);
        assertThat(LateJson.of(SOME, 1).get("duties").size()).isOne();
    }

    @Test
    void whereAllIsKnownNobodyMayBeLate() {
        assertThat(LateText.counts(new WhoIsLate(headers(2), List.of(), List.of())))
                .isEqualTo("0 overdue");
    }

    @Test
    void whatIsUnknownIsSaidAndIsNotNothing() {
        WhoIsLate nothing = new WhoIsLate(new TreeMap<>(), List.of(), List.of("who is late: no tally"));
        WhoIsLate half = new WhoIsLate(headers(1), List.of(), List.of("partitions [1] of 2: no tally"));

        assertThat(LateText.of(nothing, 20, 80)).isEqualTo("unknown: who is late: no tally\n");
        assertThat(LateText.of(half, 20, 80)).isEqualTo("""
                        at least 0 overdue
                        run silent-53, watermark unknown, 1 of 2 partitions
                        unknown: partitions [1] of 2: no tally
                        """);
    }

    private static OverdueDuty duty(
            long thread,
            int document,
            String receiver,
            String debtor,
            Obligation obligation,
            String deadline,
            OverdueAsKnown known) {
        LatenessRevision last = new LatenessRevision(
                new DutyName(thread, document, receiver, obligation),
                1,
                Lateness.Kind.OVERDUE,
                debtor,
                "G01",
                "CV",
                "normal",
                at(deadline) - 1,
                at(deadline),
                0,
                at(deadline) + 1,
                at(deadline) + 1,
                1,
                100,
                2023,
                false,
                "",
                0);
        return new OverdueDuty(last, NOW, Optional.of(known));
    }

    private static SortedMap<Integer, PartHeader> headers(int known) {
        PartHeader header = PartHeader.newBuilder()
                .setRunId("silent-53")
                .setScenario("silent-province")
                .setParts(2)
                .setUtcOffsetS(7 * 3600)
                .setWatermark(NOW)
                .build();
        SortedMap<Integer, PartHeader> headers = new TreeMap<>(Map.of(0, header, 1, header));
        headers.keySet().removeIf(partition -> partition >= known);
        return headers;
    }

    private static long at(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7));
    }
}
