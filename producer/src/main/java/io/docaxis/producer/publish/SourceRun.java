package io.docaxis.producer.publish;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Excerpt;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/**
 * All that one source sends, in its order: the ledger's header, start markers, deliveries ({@link DeliveryLoop}), end markers, the
 * ledger. One sending thread.
 */
final class SourceRun {

    private final RunIdentity run;
    private final int source;
    private final LedgerTopic ledgerTopic;
    private final Optional<Live> live;
    private final DeliveryLoop loop;
    private final SendCounts counts;
    private final Clock clock;

    /** How deliveries are given to the sink. */
    interface Drive {

        /** @return where the sources of this process agreed to end, or {@link CommonEnd#NONE} */
        long drive(Emission emission, EventSink sink);
    }

    /** @param live the anchor of a live run */
    SourceRun(
            RunIdentity run,
            int source,
            LedgerTopic ledgerTopic,
            Optional<Live> live,
            DeliveryLoop loop,
            SendCounts counts,
            Clock clock) {
        this.run = run;
        this.source = source;
        this.ledgerTopic = ledgerTopic;
        this.live = live;
        this.loop = loop;
        this.counts = counts;
        this.clock = clock;
    }

    /** Plays an excerpt of the run's world, or what there is of it before the sources agree to end. */
    PublishResult play(Excerpt excerpt, EventSink sink, Drive drive) {
        Ledger ledger = new Ledger(excerpt);
        try {
            begin(ledger, sink);
            long agreedAt = drive.drive(emission(ledger), sink);
            sink.flush();
            if (!loop.goesOn()) {
                return new PublishResult(false, counts.failure());
            }
            Excerpt played = excerpt.until(agreedAt);
            end(played.equals(excerpt) ? ledger : agreed(played, sink), sink);
        } catch (KafkaException e) {
            counts.fail(e);
        }
        return new PublishResult(counts.failure() == null, counts.failure());
    }

    private Emission emission(Ledger ledger) {
        return new Emission(ledger.excerpt().world(), source, run.sources(), ledger);
    }

    private void begin(Ledger ledger, EventSink sink) {
        // before anything else is in the log, so that who finds no header need not look for records
        ledgerTopic.writeHeader(ledger, counts, false, sink::sendLedger);
        sink.flush();
        RunStarted.Builder started =
                run.runStarted().toBuilder().setEndsAt(ledger.excerpt().endsAt());
        live.ifPresent(started::setLive);
        sink.sendToNew(EventKind.RUN_STARTED, started.build(), run.startsAt(), clock.nowNs());
        // A broker takes any first sequence of a producer that it does not know: were the first batch refused and a
        // later one taken, the first could never follow. So each partition has one before there are two in flight.
        sink.flush();
    }

    /** The ledger of what was delivered before the sources ended together: of it the plan, played again without sending, is the witness. */
    private Ledger agreed(Excerpt played, EventSink sink) {
        Ledger ledger = PlayedAgain.ledger(played, source, run.sources());
        // before any end marker is in the log: a source that is killed now ends there when it resumes
        ledgerTopic.writeHeader(ledger, counts, false, sink::sendLedger);
        sink.flush();
        return ledger;
    }

    private void end(Ledger ledger, EventSink sink) {
        long endsAt = ledger.excerpt().endsAt();
        sink.sendEnds(endsAt, Math.max(endsAt, loop.simulatedAt()), clock.nowNs());
        sink.flush();
        ledgerTopic.write(ledger, counts, sink::sendLedger);
        sink.flush();
    }
}
