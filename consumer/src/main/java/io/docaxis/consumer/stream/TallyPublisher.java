package io.docaxis.consumer.stream;

import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.consumer.exchange.Exchange;
import io.docaxis.consumer.state.Progress;
import java.util.function.BiConsumer;

/** Sends out what changed in one partition's tally since it last did: cells, the sketch, and the header that goes with them. */
final class TallyPublisher {

    /** Of the time from one to the next, for commits come unevenly. */
    private static final double LEAST_SHARE = 0.9;

    private static final long DUE = -1;

    private final Exchange exchange;
    private final int partition;
    private final int partitions;
    private final BiConsumer<byte[], byte[]> to;
    private final long leastMs;
    private final boolean inTurns;
    private PartHeader published = PartHeader.getDefaultInstance();
    private long publishedAtMs;

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
        long everyMs = settings.tallyEvery().toMillis();
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
    void publishIfDue(long nowMs) {
        if (nowMs - publishedAtMs >= leastMs && publish()) {
            publishedAtMs = nowMs;
        }
    }

    /** Does nothing, and says so, before the run has started here, or where nothing was read since. */
    private boolean publish() {
        Progress progress = exchange.progress();
        if (!progress.started()) {
            return false;
        }
        PartHeader header = progress.header(partitions).toBuilder()
                .setInTurns(inTurns && !progress.ended())
                .build();
        if (header.equals(published)) {
            return false;
        }
        published = header;
        long run = progress.runHash();
        Tally tally = exchange.tally();
        tally.takeChanged(
                Tally.PUBLISHED,
                cell -> to.accept(TallyCodec.cellKey(run, partition, cell.key()), TallyCodec.cell(cell)));
        if (tally.takeSketchChanged(Tally.PUBLISHED)) {
            to.accept(TallyCodec.sketchKey(run, partition), TallyCodec.sketch(tally.sketch()));
        }
        to.accept(TallyCodec.headerKey(run, partition), header.toByteArray());
        return true;
    }
}
