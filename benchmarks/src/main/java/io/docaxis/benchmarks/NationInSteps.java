package io.docaxis.benchmarks;

import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.Tally;
import io.docaxis.consumer.exchange.Exchange;
import io.docaxis.consumer.state.ExchangeState;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.EventEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Three times the nation, from plan to tally, some events at a time and without Kafka. A function of a step's name, so that {@link ByTurns} can
 * call it through class loaders: {@code emit} plans and encodes events, {@code apply} applies them, {@code drain} gives what a commit writes, {@code
 * concluded} is a hash of the tallies and of what was expected. Not thread-safe.
 */
public final class NationInSteps implements ToLongFunction<String> {

    private static final long DOCUMENTS = 4_049_499;
    /** Emitted in one step. */
    static final int EVENTS = 20_000;

    private static final int LOOK_AHEAD = 16;

    private final Ledger ledger;
    private final Emission emission;
    private final Delivery delivery = new Delivery();
    private final EventEncoder encoder;
    private final List<Partition> partitions = new ArrayList<>();
    private final CountedEntries counting = new CountedEntries();

    public NationInSteps() {
        World world = Nation.world(DOCUMENTS);
        ledger = new Ledger(world);
        emission = new Emission(world, 0, 1, ledger);
        encoder = Nation.encoder(world);
        byte[] start = Nation.start(world, encoder);
        for (int i = 0; i < 6; i++) {
            partitions.add(new Partition(start));
        }
    }

    @Override
    public long applyAsLong(String step) {
        return switch (step) {
            case "emit" -> emit();
            case "apply" -> apply();
            case "drain" -> drain();
            case "concluded" -> concluded();
            default -> throw new IllegalArgumentException("step '" + step + "'");
        };
    }

    private long emit() {
        int emitted = 0;
        while (emitted < EVENTS && emission.next(delivery)) {
            if (delivery.kind == Delivery.Kind.DAMAGED || delivery.dropped) {
                continue;
            }
            byte[] key = ThreadKey.bytes(delivery.thread);
            Partition partition = partitions.get(ThreadKey.partition(key, partitions.size()));
            encoder.envelope(++partition.sequence, delivery.emittedAt, 0);
            partition.keys.add(key);
            partition.values.add(encoder.value(delivery));
            emitted++;
        }
        return emitted;
    }

    private long apply() {
        partitions.forEach(Partition::apply);
        return 0;
    }

    private long drain() {
        for (Partition partition : partitions) {
            partition.exchange.conclude();
            partition.state.drainChanges(counting);
            partition.state.tally().takeChanged(Tally.PUBLISHED, cell -> counting.written++);
        }
        return counting.written;
    }

    private long concluded() {
        long hash = hash(ledger.expected());
        for (Partition partition : partitions) {
            partition.exchange.conclude();
            hash = 31 * hash + hash(partition.state.tally());
        }
        return hash;
    }

    private static long hash(Tally tally) {
        long hash = 0;
        for (Cell cell : tally.sorted()) {
            hash = 31 * (31 * (31 * hash + cell.key()) + cell.count()) + cell.fingerprint() + cell.latenessS();
        }
        return hash;
    }

    /** A partition's consumer and what waits for it. */
    private static final class Partition {

        final ExchangeState state = new ExchangeState();
        final List<byte[]> keys = new ArrayList<>();
        final List<byte[]> values = new ArrayList<>();
        long sequence;

        private final Exchange exchange;
        private final long[] ahead = new long[LOOK_AHEAD];
        private long offset;

        Partition(byte[] start) {
            exchange = new Exchange(state, 0, new NoOutput());
            exchange.apply(start, offset++);
        }

        void apply() {
            for (int i = 0; i < values.size(); i++) {
                if (i % LOOK_AHEAD == 0) {
                    lookAhead(i);
                }
                exchange.apply(values.get(i), offset++);
            }
            keys.clear();
            values.clear();
        }

        private void lookAhead(int from) {
            int count = Math.min(LOOK_AHEAD, keys.size() - from);
            for (int i = 0; i < count; i++) {
                ahead[i] = ThreadKey.thread(keys.get(from + i));
            }
            state.lookAhead(ahead, count);
        }
    }
}
