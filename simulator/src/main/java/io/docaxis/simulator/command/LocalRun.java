package io.docaxis.simulator.command;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.tally.Counter;
import io.docaxis.consumer.stream.AppliedTimes;
import io.docaxis.consumer.stream.Engine;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.figures.TallySnapshot;
import io.docaxis.monitor.page.PageSections;
import io.docaxis.monitor.watch.Watch;
import io.docaxis.monitor.watch.WatchSettings;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.publish.Destination;
import io.docaxis.producer.publish.Pace;
import io.docaxis.producer.publish.PublishProgress;
import io.docaxis.producer.publish.Publisher;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.simulator.report.Clients;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Wording;
import io.docaxis.simulator.result.RunCost;
import io.docaxis.simulator.result.RunReport;
import io.docaxis.simulator.result.Verification;
import io.docaxis.simulator.result.page.Headline;
import io.docaxis.simulator.service.WatchedConsumer;
import io.docaxis.simulator.terminal.ProgressLine;
import io.docaxis.simulator.terminal.ProgressSnapshot;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Producers and a consumer of one run in this process, on a cluster that is there, until the verdict. */
final class LocalRun implements AutoCloseable {

    private static final long LOOK_EVERY_MS = 200;

    private final Cluster cluster;
    private final Topics topics;
    private final ConsumerOptions consumerOptions;
    private final Sources sources;
    private final FastPath path;
    private final RunStage stage;
    private final WatchedConsumer consumer;
    private final Engine engine;
    private final Figures figures;
    private final Watch monitor;
    private final RunWatch watch;
    private final PrintWriter err;
    private final Pace pace;

    /** Starts both sides; the sources go first, for the consumer takes longer to get ready. */
    LocalRun(
            Destination destination,
            Excerpt excerpt,
            int sourceCount,
            Pace pace,
            boolean resume,
            ConsumerOptions consumerOptions,
            PrintWriter err) {
        cluster = destination.cluster();
        topics = destination.topics();
        this.consumerOptions = consumerOptions;
        this.err = err;
        this.pace = pace;
        consumerOptions.paced |= !pace.speed().isMax();
        RunIdentity run =
                new RunIdentity(excerpt.world().scenario(), excerpt.world().seed(), sourceCount, excerpt.beginsAt());
        path = new FastPath(FastPath.Side.PRODUCER, consumerOptions.fastClients.chosen);
        sources = new Sources(excerpt);
        for (int source = 0; source < sourceCount; source++) {
            sources.start(
                    new Shard(source, sourceCount).toString(),
                    new Publisher(destination, run, source, pace, resume, path));
        }
        stage = new RunStage(sources, pace.speed());
        try {
            consumer = WatchedConsumer.start(
                    consumerOptions.settings(
                            cluster, topics, destination.prepared().partitions()),
                    destination.prepared(),
                    AppliedTimes.NONE,
                    sources::statuses,
                    path,
                    WatchSettings.DEFAULT,
                    stage);
        } catch (RuntimeException e) {
            sources.close();
            throw e;
        }
        engine = consumer.engine();
        figures = consumer.figures();
        monitor = consumer.watch();
        watch = new RunWatch(cluster, topics, () -> figures.tally().headers(), consumerOptions.knownAfter());
    }

    /**
     * Plays the run to its end and compares; empty if it was interrupted before.
     *
     * @param look is done now and then meanwhile
     */
    Optional<RunReport> play(ProgressLine progress, Interruption interruption, Stopwatch stopwatch, Runnable look) {
        stage.enter("playing");
        OrderlyEnd end = new OrderlyEnd(interruption, pace.live(), err);
        while (!sources.ended()) {
            end.look(progress);
            LocalConsumer.requireRunning(engine, topics, consumerOptions);
            look.run();
            progress.show(playing(), stopwatch.elapsedMs());
            if (interruption.await(LOOK_EVERY_MS)) {
                return Optional.empty();
            }
        }
        stage.enter("draining");
        List<String> failures = sources.failures();
        try (Verification verification = new Verification(cluster, topics)) {
            // what was not sent never arrives: there is nothing to wait for
            while (failures.isEmpty() && watch.impossible().isEmpty() && !verification.follow()) {
                LocalConsumer.requireRunning(engine, topics, consumerOptions);
                look.run();
                progress.show(draining(), stopwatch.elapsedMs());
                if (interruption.isRequested()) {
                    return Optional.empty();
                }
            }
            watch.impossible().ifPresent(err::println);
            stage.enter("comparing");
            progress.show(ProgressSnapshot.of("comparing"), stopwatch.elapsedMs());
            RunReport report = verification
                    .report(() -> cost(stopwatch))
                    .withGaps(failures)
                    .withClients(clients());
            stage.conclude(report.verdict().finding(), Headline.of(report));
            return Optional.of(report);
        }
    }

    /** Where a browser of this machine finds the page of this run, such as {@code http://127.0.0.1:8080}. */
    String url() {
        return consumer.url();
    }

    /**
     * Sees to it that its page shows how all ended.
     *
     * @param isKept whether that is to be kept, though nobody may look
     */
    void showLast(boolean isKept) {
        consumer.showLast(isKept);
    }

    /** What the page of this run is told. */
    PageSections sections() {
        return consumer.sections();
    }

    private Clients clients() {
        return Clients.of(path, consumer.path());
    }

    /** A rate means something only where this process sent everything. */
    private RunCost cost(Stopwatch stopwatch) {
        PublishProgress sent = sources.progress();
        return new RunCost(stopwatch.elapsedMs(), sent.found() == 0, sent.mostBehindMs(), Machine.peakRssBytes());
    }

    /** What was done so far, in words. */
    String done() {
        TallySnapshot tally = figures.tally();
        return sources.done() + ", to " + sources.instant(sources.progress().simulatedAt()) + " of simulated time; "
                + (tally.isKnown()
                        ? Wording.number(tally.count(Counter.APPLIED)) + " applied"
                        : "unknown how many applied");
    }

    /** Why not everything was sent, once the run was played; empty where it was. */
    Optional<String> failure(boolean kept) {
        return sources.failures().isEmpty()
                ? Optional.empty()
                : Optional.of("incomplete: " + String.join("; ", sources.failures()) + "; " + sources.done()
                        + sources.advice(kept));
    }

    private ProgressSnapshot playing() {
        PublishProgress sent = sources.progress();
        return new ProgressSnapshot(
                "playing",
                OptionalLong.of(sent.simulatedAt()),
                sources.share(),
                OptionalLong.of(sent.sent()),
                sent.behindMs(),
                unread());
    }

    private OptionalLong unread() {
        return LocalConsumer.unread(monitor, topics);
    }

    private ProgressSnapshot draining() {
        OptionalLong unread = unread();
        long sent = sources.progress().acknowledged();
        return new ProgressSnapshot(
                "draining",
                figures.tally().watermark(),
                unread.isPresent() && sent > 0
                        ? OptionalDouble.of(1 - Math.min(1, (double) unread.getAsLong() / sent))
                        : OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                unread);
    }

    /** Stops both sides cleanly; sources first, so that the consumer does not wait for more. */
    @Override
    public void close() {
        sources.close();
        watch.close();
        consumer.close();
    }
}
