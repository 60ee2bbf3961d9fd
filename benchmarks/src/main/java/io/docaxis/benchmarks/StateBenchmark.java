package io.docaxis.benchmarks;

import io.docaxis.consumer.exchange.Exchange;
import io.docaxis.consumer.state.EntryWriter;
import io.docaxis.consumer.state.ExchangeState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A partition's state: applying a whole log with a drain every so often as commits do, and reading the state back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StateBenchmark {

    /** About what one of six partitions reads between two commits. */
    private static final int DRAIN_EVERY = 100_000;

    private record Entry(byte[] key, byte[] value) {}

    private final List<Entry> entries = new ArrayList<>();
    private List<byte[]> log;
    private final CountedEntries counting = new CountedEntries();

    @Setup
    public void fill() {
        log = Nation.log(Nation.world());
        ExchangeState state = new ExchangeState();
        apply(state, log.size() / 2, counting).conclude();
        EntryWriter kept = new EntryWriter() {
            @Override
            public void put(byte[] key, byte[] value) {
                entries.add(new Entry(key, value));
            }

            @Override
            public void delete(byte[] key) {
                // was never kept
            }
        };
        state.drainChanges(kept);
    }

    /** Every event of twenty thousand documents, some two hundred thousand; no drain. */
    @Benchmark
    public long apply() {
        ExchangeState state = new ExchangeState();
        apply(state, log.size(), null);
        return state.progress().recordsRead();
    }

    /** The same with drains. */
    @Benchmark
    public long applyAndDrain() {
        apply(new ExchangeState(), log.size(), counting);
        return counting.written;
    }

    /** What half of the log leaves. */
    @Benchmark
    public int restore() {
        ExchangeState state = new ExchangeState();
        entries.forEach(entry -> state.restore(entry.key(), entry.value()));
        state.restored();
        return state.threads();
    }

    private Exchange apply(ExchangeState state, int records, EntryWriter drainedTo) {
        Exchange exchange = new Exchange(state, 0, new NoOutput());
        for (int i = 0; i < records; i++) {
            exchange.apply(log.get(i), i);
            if (drainedTo != null && i % DRAIN_EVERY == DRAIN_EVERY - 1) {
                exchange.conclude();
                state.drainChanges(drainedTo);
            }
        }
        return exchange;
    }
}
