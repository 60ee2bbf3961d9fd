package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.tally.ReportKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgencyReportsTest {

    private final AgencyReports reports = new AgencyReports();

    @Test
    void aClockIsDoubtfulOnDaysOfWhichHalfOfTwentyReportsAreOff() {
        reports.add(3, ReportKind.RECEIVER, 101, 10);
        reports.add(3, ReportKind.SENDER_AHEAD, 101, 10);
        reports.add(3, ReportKind.RECEIVER_BEHIND, 100, 20);
        reports.add(3, ReportKind.RECEIVER_BEHIND, 102, 19);
        reports.add(2, ReportKind.RECEIVER, 101, 11);
        reports.add(2, ReportKind.RECEIVER_AHEAD, 101, 10);
        reports.add(1, ReportKind.SENDER_BEHIND, 101, 40);

        assertThat(reports.doubtfulClocks()).isEqualTo(Map.of(1, List.of(101), 3, List.of(100, 101)));
        assertThat(reports.isClockDoubtful(3, 101)).isTrue();
        assertThat(reports.isClockDoubtful(3, 102)).isFalse();
        assertThat(reports.isClockDoubtful(3, 103)).isFalse();
    }
}
