package io.docaxis.producer.publish;

import io.docaxis.common.event.EventKind;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
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
    private final DeliveryLoop loop;
    private final SendCounts counts;
    private final Clock clock;

    SourceRun(RunIdentity run, int source, LedgerTopic ledgerTopic, DeliveryLoop loop, SendCounts counts, Clock clock) {
        this.run = run;
        this.source = source;
        this.ledgerTopic = ledgerTopic;
        this.loop = loop;
        this.counts = counts;
        this.clock = clock;
    }

    /** @param schedule empty: as fast as it goes */
    PublishResult play(World world, EventSink sink, Optional<Schedule.Start> schedule) {
        Ledger ledger = new Ledger(Excerpt.whole(world).from(run.startsAt()));
        try {
            begin(ledger, sink);
            Emission emission = new Emission(world, source, run.sources(), ledger);
            schedule.ifPresentOrElse(
                    start -> loop.runOnSchedule(emission, sink, start), () -> loop.runAtOnce(emission, sink));
            sink.flush();
            if (!loop.goesOn()) {
                return new PublishResult(false, counts.failure());
            }
            end(ledger, sink);
        } catch (KafkaException e) {
            counts.fail(e);
        }
        return new PublishResult(counts.failure() == null, counts.failure());
    }

    private void begin(Ledger ledger, EventSink sink) {
        // before anything else is in the log, so that who finds no header need not look for records
        ledgerTopic.writeHeader(ledger, counts, false, sink::sendLedger);
        sink.flush();
        sink.sendToNew(EventKind.RUN_STARTED, run.runStarted(), run.startsAt(), clock.nowNs());
        // A broker takes any first sequence of a producer that it does not know: were the first batch refused and a
        // later one taken, the first could never follow. So each partition has one before there are two in flight.
        sink.flush();
    }

    private void end(Ledger ledger, EventSink sink) {
        sink.sendEnds(Math.max(run.endsAt(), loop.simulatedAt()), clock.nowNs());
        sink.flush();
        ledgerTopic.write(ledger, counts, sink::sendLedger);
        sink.flush();
    }
}
