package io.docaxis.consumer.fastfetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.consumer.fastfetch.PolledPositions.Watch;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

class PolledPositionsTest {

    private final PolledPositions positions = new PolledPositions();
    private final Polls polls = new Polls(positions, 7);

    @Test
    void knowsWhereATaskBeginsThoughNothingCame() {
        Watch watch = positions.begin(Polls.PARTITION);
        assertThat(watch.position()).isEqualTo(PolledPositions.UNKNOWN);
        polls.poll();
        assertThat(watch.position()).isEqualTo(7);
        assertThat(watch.lastGiven()).isEqualTo(PolledPositions.UNKNOWN);
    }

    /** By that the task has an offset to commit; later ones come with records. */
    @Test
    void tellsStreamsWhereATaskBeginsOnce() {
        positions.begin(Polls.PARTITION);
        assertThat(polls.poll().nextOffsets())
                .containsExactly(java.util.Map.entry(Polls.PARTITION, new OffsetAndMetadata(7)));
        assertThat(polls.poll().nextOffsets()).isEmpty();
        positions.begin(Polls.PARTITION);
        assertThat(polls.poll().nextOffsets()).hasSize(1);
    }

    @Test
    void knowsWhatWasGivenLast() {
        Watch watch = positions.begin(Polls.PARTITION);
        assertThat(polls.record(7).record(8).poll().count()).isEqualTo(2);
        assertThat(watch.lastGiven()).isEqualTo(8);
        assertThat(watch.position()).isEqualTo(9);
    }

    /** Backwards too: what was read before counts no more. */
    @Test
    void knowsWhereTheConsumerWasSent() {
        Watch watch = positions.begin(Polls.PARTITION);
        polls.record(7).record(8).poll();
        polls.seek(8);
        assertThat(watch.position()).isEqualTo(PolledPositions.UNKNOWN);
        polls.poll();
        assertThat(watch.position()).isEqualTo(8);
    }

    @Test
    void notesNothingOfAPausedPartition() {
        Watch watch = positions.begin(Polls.PARTITION);
        polls.pause();
        assertThat(polls.poll().nextOffsets()).isEmpty();
        assertThat(watch.position()).isEqualTo(PolledPositions.UNKNOWN);
    }

    @Test
    void aTaskThatEndsDoesNotEndTheOneThatTookItsPlace() {
        Watch old = positions.begin(Polls.PARTITION);
        Watch now = positions.begin(Polls.PARTITION);
        positions.end(Polls.PARTITION, old);
        polls.poll();
        assertThat(old.position()).isEqualTo(PolledPositions.UNKNOWN);
        assertThat(now.position()).isEqualTo(7);
    }

    /** Who lost the partition may poll once more before it knows. */
    @Test
    void notesNothingOfAnotherThreadsConsumer() throws InterruptedException {
        Watch[] watch = new Watch[1];
        Thread owner = new Thread(() -> watch[0] = positions.begin(Polls.PARTITION));
        owner.start();
        owner.join();
        polls.poll();
        assertThat(watch[0].position()).isEqualTo(PolledPositions.UNKNOWN);
    }
}
