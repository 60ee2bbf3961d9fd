package io.docaxis.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.Client;
import io.docaxis.simulator.report.Clients;
import io.docaxis.simulator.report.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BenchDoubtsTest {

    private static final long RECORDS = 10_000_000;

    @Test
    void hasNoDoubtsWhereEverythingIsAsItHasToBe() {
        assertThat(session(20, 20, OptionalDouble.of(0.04)).doubts()).isEmpty();
    }

    @Test
    void doubtsWhatRanBesideOtherProcesses() {
        assertThat(session(20, 20, OptionalDouble.of(0.06)).doubts())
                .hasSize(3)
                .contains("raw, round 1: other processes took 6 % of the machine; want at most 5 %");
    }

    @Test
    void doubtsWhatCannotBeKnown() {
        assertThat(session(20, 20, OptionalDouble.empty()).doubts())
                .contains("pipeline, round 1: this system does not say what other processes took of the machine");
    }

    @Test
    void doubtsShortLaps() {
        assertThat(session(9, 9, OptionalDouble.of(0)).doubts())
                .contains("raw, round 1: too short, 9.0 s; want 10 s, so more --documents");
    }

    @Test
    void doubtsARawLegThatKafkasOwnToolOutruns() {
        assertThat(session(20, 17, OptionalDouble.of(0)).doubts())
                .containsExactly("the raw leg reaches 0.85 of Kafka's ProducerPerformance; want 0.9");
    }

    @Test
    void doubtsClientsThatAreSlowerThanTheyCanBe() {
        assertThat(doubts(plain("it failed: no such method"), fast()))
                .containsExactly("pipeline, round 1: the producer was not on its fast path: record by record"
                        + " (it failed: no such method)");
        assertThat(doubts(fast(), plain("the settings do not allow it: linger.ms is 0")))
                .hasSize(1);
        assertThat(doubts(fast(), Optional.empty()))
                .containsExactly("pipeline, round 1: it is not known whether the consumer was on its fast path");
        assertThat(doubts(Optional.of(client(Optional.empty(), Optional.empty())), fast()))
                .containsExactly("pipeline, round 1: it is not known whether the producer was on its fast path");
    }

    @Test
    void doesNotDoubtClientsThatTheUserWantedPlain() {
        assertThat(doubts(plain("switched off"), plain("switched off"))).isEmpty();
    }

    private static List<String> doubts(Optional<Client> producer, Optional<Client> consumer) {
        return Trust.doubts("pipeline, round 1", new Clients(producer, consumer));
    }

    private static Optional<Client> fast() {
        return Optional.of(client(Optional.of(true), Optional.empty()));
    }

    private static Optional<Client> plain(String reason) {
        return Optional.of(client(Optional.of(false), Optional.of(reason)));
    }

    private static Client client(Optional<Boolean> fast, Optional<String> reason) {
        return new Client(FastPath.Side.PRODUCER, fast, reason, "1.2.3");
    }

    private static BenchResult session(double rawSeconds, double toolSeconds, OptionalDouble others) {
        List<Lap> laps = new ArrayList<>();
        laps.add(lap(Leg.RAW, rawSeconds, others));
        laps.add(lap(Leg.TOOLS, toolSeconds, others));
        laps.add(lap(Leg.PIPELINE, 2 * rawSeconds, others));
        return new BenchResult("any", 1_000_000, RECORDS, 60, 1, laps, OptionalDouble.empty());
    }

    private static Lap lap(Leg leg, double seconds, OptionalDouble others) {
        return new Lap(
                leg,
                1,
                RECORDS,
                seconds,
                seconds,
                seconds,
                new Usage(seconds, Map.of(), Map.of(), others),
                SampleSession.FAST);
    }
}
