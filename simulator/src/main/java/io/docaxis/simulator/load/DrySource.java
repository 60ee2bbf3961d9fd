package io.docaxis.simulator.load;

import io.docaxis.common.event.ThreadKey;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.form.EventFormat;
import io.docaxis.producer.form.EventHeaders;
import io.docaxis.producer.form.Padding;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.publish.EventEncoder;
import io.docaxis.producer.publish.RunIdentity;
import java.util.Optional;

/** One source of a dry run: its next delivery, and where and when it would be sent. Not thread-safe. */
final class DrySource {

    private final int number;
    private final IntendedInstants instants;
    private final Emission emission;
    private final Delivery delivery = new Delivery();
    /** In the form of the run. */
    private final EventEncoder sent;
    /** As JSON without padding. */
    private final EventEncoder shown;
    /** By partition: the last one given. */
    private final long[] sequences;

    private final byte[] key = new byte[Long.BYTES];
    private long events;
    private long intendedAtNs;
    private int partition;

    DrySource(Excerpt excerpt, RunIdentity run, int number, int partitions, EventForm form, IntendedInstants instants) {
        this.number = number;
        this.instants = instants;
        emission = new Emission(excerpt.world(), number, run.sources(), new Ledger(excerpt));
        sent = new EventEncoder(run.hash(), number, form);
        EventForm readable =
                EventForm.of(EventFormat.JSON, Optional.empty(), Padding.RANDOM, EventHeaders.NONE, excerpt.world());
        shown = new EventEncoder(run.hash(), number, readable);
        sequences = new long[partitions];
    }

    /** Goes on to the next delivery that is sent; false: there is none, or it is not due any more. */
    boolean next() {
        while (emission.next(delivery)) {
            intendedAtNs = instants.atNs(number, events++);
            if (intendedAtNs == IntendedInstants.NOT_DUE) {
                return false;
            }
            ThreadKey.write(delivery.thread, key);
            partition = ThreadKey.partition(key, sequences.length);
            long sequence = ++sequences[partition];
            if (!delivery.dropped) {
                sent.envelope(sequence, delivery.emittedAt, intendedAtNs);
                shown.envelope(sequence, delivery.emittedAt, intendedAtNs);
                return true;
            }
        }
        return false;
    }

    int number() {
        return number;
    }

    long intendedAtNs() {
        return intendedAtNs;
    }

    int partition() {
        return partition;
    }

    /** Eight bytes, good until the next delivery. */
    byte[] key() {
        return key;
    }

    Delivery delivery() {
        return delivery;
    }

    /** The encoder of what would be sent, its envelope set. */
    EventEncoder sent() {
        return sent;
    }

    /** The encoder of what people read, its envelope set. */
    EventEncoder shown() {
        return shown;
    }
}
