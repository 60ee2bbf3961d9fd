package io.docaxis.consumer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.consumer.exchange.ReadThrough;
import io.docaxis.consumer.fastfetch.PolledPositions;
import io.docaxis.consumer.fastfetch.Polls;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class LogReadingTest {

    private long wallMs;
    private long end;
    private boolean broken;
    private final LogEnds ends = new LogEnds(
            partitions -> {
                if (broken) {
                    throw new KafkaException("planted");
                }
                return Map.of(Polls.PARTITION, end);
            },
            () -> wallMs);
    private final PolledPositions positions = new PolledPositions();
    private final LogReading reading = new LogReading(Polls.PARTITION, positions, ends);

    private void ask(long atMs, long answer) {
        wallMs = atMs;
        end = answer;
        ends.ask();
    }

    @Test
    void isReadThroughInSilenceAfterARestart() {
        reading.followEnd();
        ask(1_000, 40);
        assertThat(reading.through()).isEqualTo(ReadThrough.NEVER);
        new Polls(positions, 40).poll();
        assertThat(reading.through()).isEqualTo(1_000);
        assertThat(reading.isBegun()).isFalse();
    }

    /** The log ends in what is no record, and the consumer has passed it. */
    @Test
    void isReadThroughWhereTheLogEndsInNoRecord() {
        reading.followEnd();
        Polls polls = new Polls(positions, 0);
        polls.record(0).poll();
        reading.applied(0, 0);
        ask(1_000, 2);
        assertThat(reading.through()).isEqualTo(ReadThrough.NEVER);
        polls.seek(2);
        polls.poll();
        assertThat(reading.through()).isEqualTo(1_000);
    }

    @Test
    void waitsForWhatStreamsKeeps() {
        reading.followEnd();
        new Polls(positions, 0).record(0).record(1).record(2).poll();
        ask(1_000, 2);
        reading.applied(0, 0);
        assertThat(reading.through()).isEqualTo(ReadThrough.NEVER);
        reading.applied(1, 1);
        assertThat(reading.through()).isEqualTo(1_000);
        ask(2_000, 3);
        assertThat(reading.through()).isEqualTo(1_000);
        reading.applied(2, 2);
        assertThat(reading.through()).isEqualTo(2_000);
    }

    /** A record of Streams stands for many: from its own offset on. */
    @Test
    void isReadThroughToTheEndOfABatch() {
        reading.followEnd();
        new Polls(positions, 0).record(0).record(500).poll();
        reading.applied(0, 499);
        ask(1_000, 500);
        assertThat(reading.through()).isEqualTo(1_000);
    }

    /** What was polled before belongs to a life of the task that is over. */
    @Test
    void doesNotWaitForWhatLiesAheadOfAConsumerThatWentBack() {
        Polls polls = new Polls(positions, 0);
        polls.record(0).record(1).poll();
        polls.seek(1);
        polls.poll();
        reading.followEnd();
        ask(1_000, 1);
        assertThat(reading.through()).isEqualTo(1_000);
    }

    @Test
    void keepsTheLastAnswerWhereThereIsNone() {
        reading.followEnd();
        new Polls(positions, 5).poll();
        ask(1_000, 5);
        broken = true;
        ask(2_000, 5);
        assertThat(reading.through()).isEqualTo(1_000);
        broken = false;
        ask(3_000, 5);
        assertThat(reading.through()).isEqualTo(3_000);
    }

    @Test
    void asksNothingBeforeItIsWantedNorAfterItEnded() {
        new Polls(positions, 5).poll();
        ask(1_000, 5);
        assertThat(reading.through()).isEqualTo(ReadThrough.NEVER);
        reading.followEnd();
        reading.close();
        ask(2_000, 5);
        assertThat(reading.through()).isEqualTo(ReadThrough.NEVER);
    }
}
