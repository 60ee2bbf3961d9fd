package io.docaxis.consumer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.tally.proto.PartHeader;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The wall clock announces deadlines of a live run, in the engine's transaction. The wall clock is simulated time here. */
class LiveAnnouncementTest {

    private static final Duration PUNCTUATED = Duration.ofMillis(200);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final OneSource source = new OneSource();
    private final DrivenTopology topology = new DrivenTopology(true);

    @AfterEach
    void close() {
        topology.close();
    }

    private void start() {
        topology.pipe(source.started(run -> run.setLive(Live.newBuilder().setSpeed(1_000))));
        topology.pipe(source.document(1));
    }

    private static long ms(String local) {
        return 1_000 * OneSource.at(local);
    }

    @Test
    void announcesInSilence() throws Exception {
        start();
        topology.passWallClock(SECOND);
        assertThat(topology.lateness()).isEmpty();
        topology.askLogEnd(ms("2023-03-07T17:00"), 2);
        topology.passWallClock(PUNCTUATED);
        assertThat(topology.lateness()).isEmpty();
        topology.askLogEnd(ms("2023-03-07T17:01"), 2);
        topology.passWallClock(PUNCTUATED);
        List<TestRecord<byte[], byte[]>> announced = topology.lateness();
        assertThat(announced).hasSize(1);
        Lateness said = Lateness.parseFrom(announced.get(0).value());
        assertThat(said.getKind()).isEqualTo(Lateness.Kind.OVERDUE);
        assertThat(said.getAnnouncedUntil()).isEqualTo(OneSource.at("2023-03-07T17:01"));
        // by the wall clock: the document's record has another
        assertThat(announced.get(0).getRecordTime().toEpochMilli()).isEqualTo(topology.wallClockMs());
        topology.passWallClock(SECOND);
        assertThat(topology.lateness()).isEmpty();
    }

    @Test
    void publishesAndStoresHowFarItIsWhereNothingElseMoves() {
        start();
        topology.passWallClock(SECOND);
        topology.publish();
        topology.changelog();
        topology.askLogEnd(ms("2023-03-07T12:00"), 2);
        topology.passWallClock(SECOND);
        assertThat(topology.publish()).isEqualTo(1);
        PartHeader header = topology.published().headers(OneSource.RUN).get(0);
        assertThat(header.getAnnouncedUntil()).isEqualTo(OneSource.at("2023-03-07T12:00"));
        assertThat(header.getWatermark()).isEqualTo(OneSource.SENT_AT);
        assertThat(topology.changelog())
                .extracting(entry -> (char) entry.key()[0])
                .containsOnly('P');
    }

    @Test
    void announcesNothingBeforeItHasReadWhatTheLogHad() {
        start();
        topology.askLogEnd(ms("2023-03-07T18:00"), 3);
        topology.passWallClock(SECOND);
        assertThat(topology.lateness()).isEmpty();
        topology.pipe(source.accepted(1));
        topology.passWallClock(SECOND);
        assertThat(topology.lateness()).isEmpty();
    }

    @Test
    void asksNothingOfARunThatIsNotLive() {
        topology.pipe(source.started());
        topology.pipe(source.document(1));
        topology.askLogEnd(ms("2023-03-07T18:00"), 2);
        topology.passWallClock(SECOND);
        assertThat(topology.logEndsAsked()).isZero();
        assertThat(topology.lateness()).isEmpty();
    }

    @Test
    void asksNoMoreOnceTheRunHasEnded() {
        start();
        topology.askLogEnd(ms("2023-03-07T12:00"), 2);
        topology.pipe(source.ended());
        topology.askLogEnd(ms("2023-03-07T13:00"), 3);
        assertThat(topology.logEndsAsked()).isEqualTo(1);
    }
}
