package io.docaxis.simulator;

import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.event.Unreadable;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.consumer.exchange.Exchange;
import io.docaxis.consumer.exchange.ExchangeOutput;
import io.docaxis.consumer.state.ExchangeState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongPredicate;

/** The consumer's side without Kafka: one exchange a partition, in memory. */
public final class PurePartitions {

    private static final ExchangeOutput NONE = new ExchangeOutput() {
        @Override
        public void deadLetter(Unreadable reason, long offset) {}

        @Override
        public void lateness(byte[] key, byte[] value) {}
    };

    private final List<Exchange> exchanges = new ArrayList<>();
    private final long[] offsets;
    /** At which offsets of a partition everything that is known is concluded, as before a commit. */
    private final LongPredicate commit;

    PurePartitions(int count) {
        this(count, partition -> NONE, offset -> false);
    }

    /** @param commitEvery so many records of a partition everything is concluded, as before a commit */
    public PurePartitions(int count, IntFunction<ExchangeOutput> output, int commitEvery) {
        this(count, output, offset -> offset % commitEvery == 0);
    }

    private PurePartitions(int count, IntFunction<ExchangeOutput> output, LongPredicate commit) {
        this.commit = commit;
        offsets = new long[count];
        for (int p = 0; p < count; p++) {
            exchanges.add(new Exchange(new ExchangeState(), p, output.apply(p)));
        }
    }

    int count() {
        return offsets.length;
    }

    /** The partition of a thread. */
    int of(long thread) {
        return ThreadKey.partition(ThreadKey.bytes(thread), offsets.length);
    }

    void apply(int partition, byte[] value) {
        apply(partition, value, null);
    }

    void apply(int partition, byte[] value, RecordNumber number) {
        exchanges.get(partition).apply(value, 0, value == null ? 0 : value.length, offsets[partition]++, () -> number);
        if (commit.test(offsets[partition])) {
            exchanges.get(partition).conclude();
        }
    }

    void applyToAll(byte[] value) {
        for (int p = 0; p < offsets.length; p++) {
            apply(p, value);
        }
    }

    /** How far all of them have come. */
    public long watermark() {
        long least = Long.MAX_VALUE;
        for (Exchange exchange : exchanges) {
            least = Math.min(least, exchange.progress().watermark());
        }
        return least;
    }

    /** Commits: everything is concluded, and what changed is published. */
    public void publish(TallyReader reader, long run) {
        for (int p = 0; p < offsets.length; p++) {
            Exchange exchange = exchanges.get(p);
            int part = p;
            exchange.conclude();
            exchange.tally()
                    .takeChanged(
                            Tally.PUBLISHED,
                            cell -> reader.read(TallyCodec.cellKey(run, part, cell.key()), TallyCodec.cell(cell)));
            reader.read(
                    TallyCodec.headerKey(run, part),
                    exchange.progress().header(offsets.length).toByteArray());
        }
    }

    /** What all partitions concluded together. */
    Tally concluded() {
        Tally concluded = new Tally();
        for (Exchange exchange : exchanges) {
            exchange.conclude();
            concluded.merge(exchange.tally());
        }
        return concluded;
    }
}
