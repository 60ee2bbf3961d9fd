package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.proto.Live;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SourceProgress;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two sources in one partition. */
class EventLagTest {

    private final SourceRhythms rhythms = new SourceRhythms();

    @Test
    void theWatermarkIsBehindTheFurtherSourceAndTheOtherHoldsIt() {
        EventLag lag = of(0, header(500, 800)).event();
        assertThat(lag.lagS(0)).hasValue(300);
        assertThat(lag.holders(0)).containsExactly(0);
        assertThat(lag.sources()).containsEntry(0, 500L).containsEntry(1, 800L);
    }

    /** Records that were under way when the run ended are emitted later; watermarks stop at its end. */
    @Test
    void nothingIsBehindWhereTheRunHasEnded() {
        PartHeader header = header(1_700, 1_900).toBuilder()
                .setEndsAt(1_000)
                .setWatermark(1_000)
                .setEnded(true)
                .build();
        EventLag lag = of(0, header).event();
        assertThat(lag.newest()).hasValue(1_000);
        assertThat(lag.lagS(0)).hasValue(0);
        EventLag before = of(
                        0, header.toBuilder().setEnded(false).setWatermark(900).build())
                .event();
        assertThat(before.lagS(0)).as("no further than the end").hasValue(100);
    }

    @Test
    void inALiveRunTheWallClockIsFurtherThanAllSources() {
        PartHeader header = header(500, 500).toBuilder()
                .setStart(RunStarted.newBuilder()
                        .setLive(Live.newBuilder()
                                .setWallMs(1_000_000)
                                .setSimulatedS(400)
                                .setSpeed(2_000)))
                .build();
        assertThat(of(1_000_000, header).event().lagS(0)).hasValue(0);
        assertThat(of(1_100_000, header).event().lagS(0)).as("200 s on").hasValue(100);
        assertThat(of(1_100_000, header.toBuilder().setEndsAt(520).build())
                        .event()
                        .lagS(0))
                .as("no further than the period")
                .hasValue(20);
    }

    @Test
    void aSourceIsSilentWhereAnotherMovesOnForAMinute() {
        look(0, 100, 100);
        look(10_000, 110, 110);
        look(60_000, 110, 160);
        assertThat(rhythms.isSilent(0)).isFalse();
        look(71_000, 110, 170);
        assertThat(rhythms.isSilent(0)).isTrue();
        assertThat(rhythms.isSilent(1)).isFalse();
        look(72_000, 180, 180);
        assertThat(rhythms.isSilent(0)).isFalse();
    }

    @Test
    void aSourceThatMovesRarelyIsSilentLater() {
        for (int i = 0; i < 5; i++) {
            look(i * 100_000L, 100 + i, 100 + i);
        }
        look(690_000, 104, 300);
        assertThat(rhythms.isSilent(0)).as("three times its 100 s are not over").isFalse();
        look(701_000, 104, 310);
        assertThat(rhythms.isSilent(0)).isTrue();
    }

    @Test
    void whereNothingMovesNoSourceIsCalledSilent() {
        look(0, 100, 100);
        look(1_000_000, 100, 100);
        assertThat(rhythms.isSilent(0)).isFalse();
        assertThat(rhythms.isSilent(1)).isFalse();
    }

    private void look(long nowMs, long first, long second) {
        rhythms.look(nowMs, of(nowMs, header(first, second)));
    }

    private static PartHeader header(long first, long second) {
        return PartHeader.newBuilder()
                .setParts(1)
                .setWatermark(Math.min(first, second))
                .addSources(SourceProgress.newBuilder().setSource(0).setEmittedAt(first))
                .addSources(SourceProgress.newBuilder().setSource(1).setEmittedAt(second))
                .build();
    }

    private static TallySnapshot of(long nowMs, PartHeader header) {
        TreeMap<Integer, PartHeader> headers = new TreeMap<>();
        headers.put(0, header);
        return new TallySnapshot(headers, OptionalLong.of(nowMs), new TallySums());
    }
}
