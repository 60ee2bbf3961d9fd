package io.docaxis.simulator;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.ledger.PerfectObserver;
import io.docaxis.producer.plan.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The observer, told of every thread that is delivered, thread by thread. */
final class ObservedDeliveries implements PurePipeline.Witness {

    private record Told(long emittedAt, byte[] value) {}

    private final Excerpt excerpt;
    private final Tally tally = new Tally();
    private final SortedMap<Long, List<Told>> threads = new TreeMap<>();

    ObservedDeliveries(Excerpt excerpt) {
        this.excerpt = excerpt;
    }

    @Override
    public void saw(Delivery delivery, byte[] value) {
        if (value == null) {
            tally.count(Counter.MISSING, 1);
            return;
        }
        switch (delivery.damage) {
            case NONE ->
                threads.computeIfAbsent(delivery.thread, thread -> new ArrayList<>())
                        .add(new Told(delivery.emittedAt, value));
            case CORRUPT_COPY -> tally.count(Counter.DEAD_LETTER_CHECKSUM, 1);
            case GARBAGE -> tally.count(Counter.DEAD_LETTER_MALFORMED, 1);
            case UNKNOWN_KIND -> tally.count(Counter.DEAD_LETTER_UNKNOWN_KIND, 1);
        }
    }

    Tally conclude() {
        var observer = new PerfectObserver(
                excerpt.world().scenario().agencies(), excerpt.world().deadlines(), excerpt.endsAt(), tally);
        EventReader reader = new EventReader();
        threads.forEach((thread, all) -> {
            observer.begin(thread);
            for (Told told : all) {
                if (reader.read(told.value) == EventKind.DOCUMENT_SENT) {
                    observer.document(told.emittedAt, reader.document());
                } else {
                    observer.status(told.emittedAt, reader.status());
                }
            }
            observer.end();
        });
        return tally;
    }
}
