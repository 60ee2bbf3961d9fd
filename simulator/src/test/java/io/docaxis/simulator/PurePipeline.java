package io.docaxis.simulator;

import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.World;
import java.util.ArrayList;
import java.util.List;

/** Plan to tally without Kafka: what every source delivers is applied to partitions in memory, sources in turn. */
public final class PurePipeline {

    /** What was expected, and what was concluded. */
    public record Outcome(Tally expected, Tally concluded, long deliveries) {}

    /** Sees all that is delivered. */
    public interface Witness {
        /** @param value what goes into the log; null where the delivery is dropped */
        void saw(Delivery delivery, byte[] value);
    }

    private static final class Source {
        final Ledger ledger;
        final Emission emission;
        final Delivery delivery = new Delivery();
        final Envelope envelope = new Envelope();
        final long[] sequences;
        boolean more = true;

        Source(World world, int number, int sources, int partitions) {
            ledger = new Ledger(world);
            emission = new Emission(world, number, sources, ledger);
            sequences = new long[partitions];
            envelope.run = 1;
            envelope.source = number;
        }
    }

    private final World world;
    private final PurePartitions partitions;
    private final EventWriter writer = new EventWriter();
    private final Witness witness;
    private long deliveries;

    private PurePipeline(World world, PurePartitions partitions, Witness witness) {
        this.world = world;
        this.partitions = partitions;
        this.witness = witness;
    }

    static Outcome run(World world, RunStarted started, int partitions) {
        return run(world, started, partitions, (delivery, value) -> {});
    }

    static Outcome run(World world, RunStarted started, int partitions, Witness witness) {
        return run(world, started, new PurePartitions(partitions), witness);
    }

    public static Outcome run(World world, RunStarted started, PurePartitions partitions, Witness witness) {
        return new PurePipeline(world, partitions, witness).play(started);
    }

    private Outcome play(RunStarted started) {
        List<Source> sources = new ArrayList<>();
        for (int k = 0; k < started.getSources(); k++) {
            Source source = new Source(world, k, started.getSources(), partitions.count());
            source.envelope.emittedAt = world.startsAt();
            mark(source, EventKind.RUN_STARTED, started);
            sources.add(source);
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Source source : sources) {
                // uneven turns, so that sources run ahead of each other
                for (int i = 0; source.more && i < 50 + 70 * source.envelope.source; i++) {
                    source.more = source.emission.next(source.delivery);
                    if (source.more) {
                        deliver(source);
                    }
                }
                more |= source.more;
            }
        }
        Tally expected = new Tally();
        for (Source source : sources) {
            source.envelope.emittedAt = Math.max(source.envelope.emittedAt, world.endsAt());
            for (int p = 0; p < partitions.count(); p++) {
                RunEnded ended = RunEnded.newBuilder()
                        .setComplete(true)
                        .setSequence(source.sequences[p])
                        .build();
                source.envelope.sequence = 0;
                partitions.apply(p, writer.write(source.envelope, EventKind.RUN_ENDED, ended));
            }
            expected.merge(source.ledger.expected());
        }
        return new Outcome(expected, partitions.concluded(), deliveries);
    }

    private void mark(Source source, EventKind kind, com.google.protobuf.MessageLite marker) {
        source.envelope.sequence = 0;
        partitions.applyToAll(writer.write(source.envelope, kind, marker));
    }

    private void deliver(Source source) {
        Delivery delivery = source.delivery;
        int partition = partitions.of(delivery.thread);
        source.envelope.sequence = ++source.sequences[partition];
        if (delivery.dropped) {
            witness.saw(delivery, null);
            return;
        }
        source.envelope.emittedAt = delivery.emittedAt;
        boolean document = delivery.kind == Delivery.Kind.DOCUMENT || delivery.copyOfDocument;
        byte[] value = switch (delivery.damage) {
            case UNKNOWN_KIND -> writer.unknownKind(source.envelope);
            case GARBAGE -> new byte[] {0, 1, 2};
            case NONE, CORRUPT_COPY ->
                document
                        ? writer.write(source.envelope, delivery.document)
                        : writer.write(source.envelope, delivery.status);
        };
        if (delivery.damage == Damage.CORRUPT_COPY) {
            value[value.length - 1] ^= 1;
        }
        RecordNumber number = delivery.damage == Damage.NONE
                ? null
                : new RecordNumber(source.envelope.run, source.envelope.source, source.envelope.sequence);
        partitions.apply(partition, value, number);
        witness.saw(delivery, value);
        deliveries++;
    }
}
