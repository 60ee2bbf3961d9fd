package io.docaxis.producer.publish;

import com.google.protobuf.MessageLite;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.ThreadKey;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.schedule.RatePlan;

/**
 * The sending loop of a load's one source, on a sink that numbers and encodes each event and forgets it: what of a load is docaxis' own
 * making, without Kafka. One thread plays it; any may stop it.
 */
public final class StubbedLoad {

    /** Hears of each event before it is encoded: when it was wanted, and when the loop came to it. */
    public interface Given {
        void given(long intendedAtNs, long givenAtNs);
    }

    private final World world;
    private final EventSink sink;
    private final DeliveryLoop loop;

    /** @param partitions over which events are numbered */
    public StubbedLoad(World world, EventForm form, int partitions, SteadyClock clock) {
        this.world = world;
        sink = new Encoding(new EventEncoder(world.seed(), 0, form), partitions);
        loop = new DeliveryLoop(world.startsAt(), new SendCounts(true), clock, new CommonEnd());
    }

    /** Plays it from an instant on, nanoseconds since 1970; returns when nothing more is due, the world has no more, or it is stopped. */
    public void play(RatePlan plan, long startsAtNs, Given given) {
        Emission emission = new Emission(world, 0, 1, Ledger.withoutConclusions(Excerpt.whole(world)));
        loop.runAtRate(emission, sink, plan.schedule(0, 1, startsAtNs), given::given);
    }

    /** Asks it to end; returns at once. */
    public void stop() {
        loop.stop();
    }

    private static final class Encoding implements EventSink {

        private final EventEncoder encoder;
        private final long[] sequences;
        private final byte[] key = new byte[Long.BYTES];

        Encoding(EventEncoder encoder, int partitions) {
            this.encoder = encoder;
            sequences = new long[partitions];
        }

        @Override
        public boolean send(Delivery delivery, long intendedAtNs, long nowNs) {
            ThreadKey.write(delivery.thread, key);
            long sequence = ++sequences[ThreadKey.partition(key, sequences.length)];
            if (delivery.dropped) {
                return false;
            }
            encoder.envelope(sequence, delivery.emittedAt, intendedAtNs);
            if (delivery.damage == Damage.NONE) {
                encoder.encode(delivery);
            } else {
                encoder.damaged(delivery);
            }
            return true;
        }

        @Override
        public boolean isThere(Delivery delivery) {
            return false;
        }

        @Override
        public long sendDue(long nowNs, long nextAtNs) {
            return NOTHING_WAITS;
        }

        @Override
        public void tickSilent(long emittedAt, long nowNs) {
            // nobody hears it
        }

        @Override
        public void sendToNew(EventKind kind, MessageLite marker, long emittedAt, long nowNs) {
            // nobody hears it
        }

        @Override
        public void sendEnds(long endsAt, long emittedAt, long nowNs) {
            // nobody hears it
        }

        @Override
        public void sendLedger(byte[] ledgerKey, byte[] value) {
            // nobody reads it
        }

        @Override
        public void flush() {
            // nothing waits
        }
    }
}
