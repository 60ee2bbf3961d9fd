package io.docaxis.simulator;

import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.ledger.PerfectObserver;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.RunIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Tells the same deliveries to the producer's observer, thread by thread, and to the consumer, source by source with ticks
 * between, so that its watermark moves and it drops what it may.
 */
final class TwoOpinions {

    private final World world;
    private final int sources;
    private final int partitions;
    /** Of so many records a source ticks before one, somewhere. */
    private final int ticksEvery;

    TwoOpinions(World world, int sources, int partitions, int ticksEvery) {
        this.world = world;
        this.sources = sources;
        this.partitions = partitions;
        this.ticksEvery = ticksEvery;
    }

    /** What the observer concludes. */
    Tally observed(Collection<List<Mail>> threads) {
        Tally expected = new Tally();
        var scenario = world.scenario();
        var observer = new PerfectObserver(
                scenario.agencies(), new Deadlines(scenario.rules(), scenario.calendar()), world.endsAt(), expected);
        EventWriter writer = new EventWriter();
        EventReader reader = new EventReader();
        for (List<Mail> thread : threads) {
            if (thread.isEmpty()) {
                continue;
            }
            observer.begin(thread.get(0).thread());
            for (Mail mail : thread) {
                // as it comes out of the log
                EventKind kind = reader.read(write(writer, new Envelope(), mail));
                if (kind == EventKind.DOCUMENT_SENT) {
                    observer.document(mail.emittedAt, reader.document());
                } else if (kind == EventKind.STATUS_REPORTED) {
                    observer.status(mail.emittedAt, reader.status());
                } else {
                    throw new IllegalStateException(kind + ", " + reader.problem() + ": " + mail);
                }
            }
            observer.end();
        }
        return expected;
    }

    /** What the consumer concludes. */
    Tally concluded(Collection<List<Mail>> threads) {
        return new Stream().play(threads);
    }

    private static byte[] write(EventWriter writer, Envelope envelope, Mail mail) {
        return mail.isDocument() ? writer.write(envelope, mail.document) : writer.write(envelope, mail.status);
    }

    private static final class Source {
        final Envelope envelope = new Envelope();
        final List<Mail> mails = new ArrayList<>();
        long[] sequences;
        int sent;
    }

    /** One run of the consumer. */
    private final class Stream {
        private final PurePartitions exchanges = new PurePartitions(partitions);
        private final EventWriter writer = new EventWriter();
        private final SplittableRandom random = new SplittableRandom(world.seed());

        Tally play(Collection<List<Mail>> threads) {
            RunStarted started = new RunIdentity(world.scenario(), world.seed(), sources).runStarted();
            List<Source> all = new ArrayList<>();
            for (int k = 0; k < sources; k++) {
                Source source = new Source();
                source.envelope.run = 1;
                source.envelope.source = k;
                source.envelope.emittedAt = world.startsAt();
                source.sequences = new long[partitions];
                exchanges.applyToAll(writer.write(source.envelope, EventKind.RUN_STARTED, started));
                all.add(source);
            }
            threads.forEach(thread -> thread.forEach(
                    mail -> all.get((int) (mail.thread() % sources)).mails.add(mail)));
            all.forEach(source -> source.mails.sort(Mail.ORDER));
            while (all.stream().anyMatch(source -> source.sent < source.mails.size())) {
                Source source = all.get(random.nextInt(sources));
                for (int i = random.nextInt(200); i >= 0 && source.sent < source.mails.size(); i--) {
                    send(source);
                }
            }
            for (Source source : all) {
                source.envelope.emittedAt = Math.max(source.envelope.emittedAt, world.endsAt());
                source.envelope.sequence = 0;
                exchanges.applyToAll(writer.write(
                        source.envelope,
                        EventKind.RUN_ENDED,
                        RunEnded.newBuilder().setComplete(true).build()));
            }
            return exchanges.concluded();
        }

        private void send(Source source) {
            Mail mail = source.mails.get(source.sent++);
            long between = mail.emittedAt - source.envelope.emittedAt;
            if (between > 0 && random.nextInt(ticksEvery) == 0) {
                source.envelope.emittedAt += random.nextBoolean() ? between : random.nextLong(between);
                source.envelope.sequence = 0;
                byte[] tick = writer.tick(source.envelope);
                if (random.nextBoolean()) {
                    exchanges.applyToAll(tick);
                } else {
                    exchanges.apply(random.nextInt(partitions), tick);
                }
            }
            int partition = exchanges.of(mail.thread());
            source.envelope.emittedAt = mail.emittedAt;
            source.envelope.sequence = ++source.sequences[partition];
            exchanges.apply(partition, write(writer, source.envelope, mail));
        }
    }
}
