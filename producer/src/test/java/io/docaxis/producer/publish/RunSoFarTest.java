package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.event.Topics;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.producer.scenario.ScenarioFixture;
import io.docaxis.producer.schedule.Speed;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A run goes on as it was begun: what is wanted otherwise is refused, with what would do. */
class RunSoFarTest {

    private static final RunIdentity RUN = new RunIdentity(
            new ScenarioFixture().days("2023-03-06", "2023-03-07").build(), 1, 2);
    private static final Live LIVE =
            Live.newBuilder().setWallMs(5).setSimulatedS(7).setSpeed(10_000).build();
    private static final long ENDS_AT = RUN.endsAt();
    private static final long EARLIER = ENDS_AT - 7 * 3_600;

    @Test
    void endsWithThePeriodOrWhereItIsWanted() {
        RunSoFar nothing = soFar(Map.of());

        assertThat(nothing.endsAt(pace("10x", false, 0))).isEqualTo(ENDS_AT);
        assertThat(nothing.endsAt(pace("10x", false, EARLIER))).isEqualTo(EARLIER);
        assertThat(nothing.live()).isEmpty();
    }

    @Test
    void endsWhereASourceHasSaidBefore() {
        RunSoFar cut = soFar(Map.of(0, header(ENDS_AT), 1, header(EARLIER)));

        assertThat(cut.endsAt(pace("max", false, 0))).isEqualTo(EARLIER);
        assertThat(cut.endsAt(pace("max", false, EARLIER - 60))).isEqualTo(EARLIER - 60);
        assertThatThrownBy(() -> cut.endsAt(pace("max", false, EARLIER + 1)))
                .isInstanceOf(UsedPrefixException.class)
                .hasMessage(
                        "--until 2023-03-07 17:00:01: the run of prefix 'p' ends at 2023-03-07 17:00:00: want that or an"
                                + " earlier instant");
    }

    @Test
    void staysLiveAtItsSpeedFromItsFirstAnchorOn() {
        RunSoFar live =
                soFar(Map.of(1, header(ENDS_AT).toBuilder().setLive(LIVE).build()));

        assertThat(live.endsAt(pace("10x", true, 0))).isEqualTo(ENDS_AT);
        assertThat(live.live()).contains(LIVE);
        assertThat(live.isBegun(0)).isFalse();
        assertThat(live.isBegun(1)).isTrue();
        assertThatThrownBy(() -> live.endsAt(pace("10x", false, 0)))
                .hasMessageContaining("is live, at a speed of 10x: want --live --speed 10x, got no --live");
        assertThatThrownBy(() -> live.endsAt(pace("20x", true, 0)))
                .hasMessageContaining("is live, at a speed of 10x: want --live --speed 10x, got --speed 20x");
    }

    @Test
    void becomesNoLiveRunLater() {
        RunSoFar paced = soFar(Map.of(0, header(ENDS_AT)));

        assertThat(paced.endsAt(pace("20x", false, 0))).isEqualTo(ENDS_AT);
        assertThatThrownBy(() -> paced.endsAt(pace("20x", true, 0)))
                .hasMessageContaining("was begun without --live: want it without that, got --live");
    }

    @Test
    void doesNotEndBeforeWhatWasSent() {
        RunSoFar soFar = soFar(Map.of(0, header(ENDS_AT)));

        soFar.requireEndAhead(0, EARLIER - 1, EARLIER);
        soFar.requireEndAhead(0, ENDS_AT, ENDS_AT);
        soFar.requireEndAhead(1, EARLIER, EARLIER);
        soFar(Map.of(0, header(EARLIER))).requireEndAhead(0, EARLIER, EARLIER);
        assertThatThrownBy(() -> soFar.requireEndAhead(0, EARLIER, EARLIER))
                .isInstanceOf(UsedPrefixException.class)
                .hasMessageContaining("source 1/2 has come to 2023-03-07 17:00:00")
                .hasMessageContaining("--until with a later instant");
    }

    private static RunSoFar soFar(Map<Integer, PartHeader> headers) {
        return new RunSoFar(new Destination(Cluster.of("b:1"), new Topics("p"), PreparedTopics.of(3)), RUN, headers);
    }

    private static PartHeader header(long endsAt) {
        return PartHeader.newBuilder().setEndsAt(endsAt).build();
    }

    private static Pace pace(String speed, boolean live, long until) {
        OptionalLong ends = until == 0 ? OptionalLong.empty() : OptionalLong.of(until);
        return live
                ? Pace.of(new LiveRun(Speed.parse(speed)), ends)
                : new Pace(Speed.parse(speed), ends, Optional.empty());
    }
}
