package io.docaxis.producer.publish;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Cut;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.schedule.RateSchedule;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/**
 * All that one source of a load sends, in its order: start markers, deliveries at the wanted rate, end markers; and where the load is
 * proved, the ledger's header before and the ledger after them. One sending thread.
 */
final class LoadRun {

    private final RunIdentity run;
    private final int source;
    private final Excerpt excerpt;
    private final Optional<LedgerTopic> ledgerTopic;
    private final DeliveryLoop loop;
    private final SendCounts counts;
    private final Clock clock;
    private final EventSink sink;
    /** What threads come to is concluded in the end, when it is known how much of them was due. */
    private final Ledger ledger;

    private final Emission emission;

    /** @param ledgerTopic absent where nothing is proved */
    LoadRun(
            RunIdentity run,
            int source,
            Excerpt excerpt,
            Optional<LedgerTopic> ledgerTopic,
            DeliveryLoop loop,
            SendCounts counts,
            Clock clock,
            EventSink sink) {
        this.run = run;
        this.source = source;
        this.excerpt = excerpt;
        this.ledgerTopic = ledgerTopic;
        this.loop = loop;
        this.counts = counts;
        this.clock = clock;
        this.sink = sink;
        ledger = Ledger.withoutConclusions(excerpt);
        emission = new Emission(excerpt.world(), source, run.sources(), ledger);
    }

    /** Sends what comes before deliveries, and waits until the broker has it. */
    void begin() {
        ledgerTopic.ifPresent(topic -> topic.writeHeader(ledger, counts, false, sink::sendLedger));
        sink.flush();
        RunStarted started =
                run.runStarted().toBuilder().setEndsAt(excerpt.endsAt()).build();
        sink.sendToNew(EventKind.RUN_STARTED, started, run.startsAt(), clock.nowNs());
        // see SourceRun: each partition has one before there are two in flight
        sink.flush();
    }

    /** Sends all that is due. */
    Cut play(RateSchedule schedule, GivenListener listener) {
        try {
            return loop.runAtRate(emission, sink, schedule, listener);
        } catch (KafkaException e) {
            counts.fail(e);
            return Cut.NONE;
        }
    }

    /** Sends what comes after deliveries that end with a cut, if the source was not stopped before. */
    PublishResult end(Cut cut) {
        try {
            if (loop.goesOn()) {
                sink.flush();
            }
            if (loop.goesOn()) {
                sink.sendEnds(excerpt.endsAt(), Math.max(excerpt.endsAt(), loop.simulatedAt()), clock.nowNs());
                sink.flush();
                ledgerTopic.ifPresent(topic -> write(topic, cut));
            }
        } catch (KafkaException e) {
            counts.fail(e);
        }
        boolean complete = loop.goesOn() && counts.firstFailed() == null && counts.areAllAcknowledged();
        return new PublishResult(complete, counts.failure() == null ? counts.firstFailed() : counts.failure());
    }

    private void write(LedgerTopic topic, Cut cut) {
        Excerpt played = cut.equals(Cut.NONE) ? excerpt : excerpt.until(cut);
        topic.write(PlayedAgain.ledger(played, source, run.sources()), counts, sink::sendLedger);
        sink.flush();
    }
}
