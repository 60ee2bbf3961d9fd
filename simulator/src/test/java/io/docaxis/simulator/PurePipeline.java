package io.docaxis.simulator;

import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.tally.Tally;
import io.docaxis.consumer.exchange.Effects;
import io.docaxis.consumer.exchange.Exchange;
import io.docaxis.consumer.exchange.ExchangeState;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.World;
import java.util.ArrayList;
import java.util.List;

/** Plan to tally without Kafka: what every source delivers is applied to partitions in memory, sources in turn. */
final class PurePipeline {

    /** What was expected, and what was concluded. */
    record Outcome(Tally expected, Tally concluded, long deliveries) {}

    private static final class Source {
        final Ledger ledger;
        final Emission emission;
        final Delivery delivery = new Delivery();
        final Envelope envelope = new Envelope();
        final long[] sequences;
        boolean more = true;

        Source(World world, int number, int sources, int partitions) {
            ledger = new Ledger(world.scenario().agencies(), world.scenario().calendar());
            emission = new Emission(world, number, sources, ledger);
            sequences = new long[partitions];
            envelope.run = 1;
            envelope.source = number;
        }
    }

    private final World world;
    private final List<Exchange> partitions = new ArrayList<>();
    private final List<ExchangeState> states = new ArrayList<>();
    private final EventWriter writer = new EventWriter();
    private long deliveries;

    private PurePipeline(World world, int partitionCount) {
        this.world = world;
        Effects none = new Effects() {
            @Override
            public void deadLetter(Unreadable reason, byte[] value, long offset) {}

            @Override
            public void lateness(String key, Lateness announcement) {}
        };
        for (int p = 0; p < partitionCount; p++) {
            states.add(new ExchangeState());
            partitions.add(new Exchange(states.get(p), p, none));
        }
    }

    static Outcome run(World world, RunStarted started, int partitions) {
        return new PurePipeline(world, partitions).play(started);
    }

    private Outcome play(RunStarted started) {
        List<Source> sources = new ArrayList<>();
        for (int k = 0; k < started.getSources(); k++) {
            Source source = new Source(world, k, started.getSources(), partitions.size());
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
            mark(
                    source,
                    EventKind.RUN_ENDED,
                    RunEnded.newBuilder().setComplete(true).build());
            expected.merge(source.ledger.expected());
        }
        Tally concluded = new Tally();
        states.forEach(state -> concluded.merge(state.tally()));
        return new Outcome(expected, concluded, deliveries);
    }

    private void mark(Source source, EventKind kind, com.google.protobuf.MessageLite marker) {
        source.envelope.sequence = 0;
        byte[] value = writer.write(source.envelope, kind, marker);
        partitions.forEach(partition -> partition.apply(value, 0));
    }

    private void deliver(Source source) {
        Delivery delivery = source.delivery;
        int partition = ThreadKey.partition(ThreadKey.bytes(delivery.thread), partitions.size());
        source.envelope.sequence = ++source.sequences[partition];
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
        partitions.get(partition).apply(value, deliveries++);
    }
}
