package io.docaxis.consumer.stream;

import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.consumer.exchange.Exchange;
import io.docaxis.consumer.state.Progress;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;

/** Sends out what changed in one partition's tally since it last did: cells, the sketch, and the header that goes with them. */
final class TallyPublisher {

    /** Of the time from one to the next, for commits come unevenly. */
    private static final double LEAST_SHARE = 0.9;

    private static final long DUE = -1;

    private final Exchange exchange;
    private final int partition;
    private final int partitions;
    private final BiConsumer<byte[], byte[]> to;
    private final long everyMs;
    private final long leastMs;
    private final boolean inTurns;
    private PartHeader published = PartHeader.getDefaultInstance();
    private long publishedAtMs;
    /** Taken, and not sent yet; all of it belongs to one transaction. */
    private final Queue<KeyValue<byte[], byte[]>> waiting = new ArrayDeque<>();

    /**
     * Begins to.
     *
     * @param settings how often; in turns: partitions of one thread are committed together
     * @param nowMs wall clock: the first is due so much later, or sooner by the partition's turn
     */
    TallyPublisher(
            Exchange exchange,
            int partition,
            int partitions,
            BiConsumer<byte[], byte[]> to,
            StreamSettings settings,
            long nowMs) {
        everyMs = settings.tallyEvery().toMillis();
        leastMs = Math.round(everyMs * LEAST_SHARE);
        inTurns = settings.tallyInTurns();
        publishedAtMs = nowMs - (inTurns ? everyMs * partition / partitions : 0);
        this.exchange = exchange;
        this.partition = partition;
        this.partitions = partitions;
        this.to = to;
    }

    /** The next is due at once. */
    void hurry() {
        publishedAtMs = DUE;
    }

    /** @param nowMs wall clock */
    boolean isDue(long nowMs) {
        return nowMs - publishedAtMs >= leastMs;
    }

    /** With a commit, which shows a tally as a whole: sends what waits, and the next if it is due and not left to be taken ahead. */
    void publish(long nowMs) {
        send(Integer.MAX_VALUE);
        if (nowMs - publishedAtMs >= (inTurns ? everyMs : leastMs)) {
            take(nowMs);
            send(Integer.MAX_VALUE);
        }
    }

    /**
     * Ahead of a commit: takes what changed, as it is now, to be sent. Call where nothing waits and all was concluded. Does nothing before
     * the run has started here, or where nothing was read since.
     */
    void take(long nowMs) {
        Progress progress = exchange.progress();
        if (!progress.started()) {
            return;
        }
        PartHeader header = progress.header(partitions).toBuilder()
                .setInTurns(inTurns && !progress.ended())
                .build();
        if (header.equals(published)) {
            return;
        }
        published = header;
        publishedAtMs = nowMs;
        long run = progress.runHash();
        Tally tally = exchange.tally();
        tally.takeChanged(
                Tally.PUBLISHED, cell -> keep(TallyCodec.cellKey(run, partition, cell.key()), TallyCodec.cell(cell)));
        if (tally.takeSketchChanged(Tally.PUBLISHED)) {
            keep(TallyCodec.sketchKey(run, partition), TallyCodec.sketch(tally.sketch()));
        }
        keep(TallyCodec.headerKey(run, partition), header.toByteArray());
    }

    private void keep(byte[] key, byte[] value) {
        waiting.add(KeyValue.pair(key, value));
    }

    /** Whether something was taken that is not sent yet. */
    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Sends so many of the records that wait, at most. */
    void send(int most) {
        for (int left = most; left > 0 && !waiting.isEmpty(); left--) {
            KeyValue<byte[], byte[]> next = waiting.remove();
            to.accept(next.key, next.value);
        }
    }
}
