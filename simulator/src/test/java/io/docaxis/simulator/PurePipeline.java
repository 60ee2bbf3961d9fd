package io.docaxis.simulator;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.EventEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Plan to tally without Kafka: what every source delivers is applied to partitions in memory, sources in turn. */
public final class PurePipeline {

    /**
     * What was expected, and what was concluded.
     *
     * @param scheduled how many deliveries there are by the ledgers' books; deliveries are as many
     */
    public record Outcome(Tally expected, Tally concluded, long deliveries, long scheduled) {}

    /** Sees all that is delivered. */
    public interface Witness {
        /** @param value what goes into the log; null where the delivery is dropped */
        void saw(Delivery delivery, byte[] value);
    }

    private static final class Source {
        final Ledger ledger;
        final Emission emission;
        final Delivery delivery = new Delivery();
        final EventEncoder encoder;
        final long[] sequences;
        long clockAt;
        boolean more = true;

        Source(Excerpt excerpt, int number, int sources, int partitions, EventForm form) {
            ledger = new Ledger(excerpt);
            emission = new Emission(excerpt.world(), number, sources, ledger);
            sequences = new long[partitions];
            encoder = new EventEncoder(1, number, form);
            clockAt = excerpt.beginsAt();
        }
    }

    /** By source; they end at one instant. */
    private final List<Excerpt> excerpts;

    private final PurePartitions partitions;
    private final Witness witness;
    private final EventForm form;
    private long deliveries;

    private PurePipeline(List<Excerpt> excerpts, PurePartitions partitions, Witness witness, EventForm form) {
        this.excerpts = excerpts;
        this.form = form;
        this.partitions = partitions;
        this.witness = witness;
    }

    static Outcome run(World world, RunStarted started, int partitions) {
        return run(world, started, partitions, (delivery, value) -> {});
    }

    static Outcome run(World world, RunStarted started, int partitions, Witness witness) {
        return run(Excerpt.whole(world), started, new PurePartitions(partitions), witness);
    }

    public static Outcome run(Excerpt excerpt, RunStarted started, PurePartitions partitions, Witness witness) {
        return run(excerpt, started, partitions, witness, EventForm.PLAIN);
    }

    static Outcome run(
            Excerpt excerpt, RunStarted started, PurePartitions partitions, Witness witness, EventForm form) {
        return new PurePipeline(Collections.nCopies(started.getSources(), excerpt), partitions, witness, form)
                .play(started);
    }

    /** @param excerpts by source; they end at one instant */
    static Outcome run(List<Excerpt> excerpts, RunStarted started, PurePartitions partitions, Witness witness) {
        return new PurePipeline(excerpts, partitions, witness, EventForm.PLAIN).play(started);
    }

    private Outcome play(RunStarted started) {
        List<Source> sources = new ArrayList<>();
        for (int k = 0; k < started.getSources(); k++) {
            Source source = new Source(excerpts.get(k), k, started.getSources(), partitions.count(), form);
            partitions.applyToAll(source.encoder.marker(EventKind.RUN_STARTED, started, source.clockAt, 0));
            sources.add(source);
        }
        boolean more = true;
        while (more) {
            more = false;
            for (int k = 0; k < sources.size(); k++) {
                Source source = sources.get(k);
                // uneven turns, so that sources run ahead of each other
                for (int i = 0; source.more && i < 50 + 70 * k; i++) {
                    source.more = source.emission.next(source.delivery);
                    if (source.more) {
                        deliver(source);
                    }
                }
                more |= source.more;
            }
        }
        Tally expected = new Tally();
        long scheduled = 0;
        for (Source source : sources) {
            long endsAt = Math.max(source.clockAt, excerpts.get(0).endsAt());
            for (int p = 0; p < partitions.count(); p++) {
                RunEnded ended = RunEnded.newBuilder()
                        .setComplete(true)
                        .setSequence(source.sequences[p])
                        .setEndsAt(excerpts.get(0).endsAt())
                        .build();
                partitions.apply(p, source.encoder.marker(EventKind.RUN_ENDED, ended, endsAt, 0));
            }
            expected.merge(source.ledger.expected());
            scheduled += source.ledger.planned() + source.ledger.duplicated() - source.ledger.withheld();
        }
        return new Outcome(expected, partitions.concluded(), deliveries, scheduled);
    }

    private void deliver(Source source) {
        Delivery delivery = source.delivery;
        int partition = partitions.of(delivery.thread);
        source.encoder.envelope(++source.sequences[partition], delivery.emittedAt, 0);
        if (delivery.dropped) {
            witness.saw(delivery, null);
            return;
        }
        source.clockAt = delivery.emittedAt;
        byte[] value = source.encoder.value(delivery);
        partitions.apply(partition, value, delivery.damage == Damage.NONE ? null : source.encoder.number());
        witness.saw(delivery, value);
        deliveries++;
    }
}
