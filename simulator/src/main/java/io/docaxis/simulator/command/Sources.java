package io.docaxis.simulator.command;

import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.Reason;
import io.docaxis.common.kafka.fastpath.FastPathException;
import io.docaxis.common.kafka.topic.Refusal;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.publish.PublishProgress;
import io.docaxis.producer.publish.PublishResult;
import io.docaxis.producer.publish.Publisher;
import io.docaxis.simulator.report.Wording;
import io.docaxis.simulator.service.SourceStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** The producing sources of this process, each on a thread of its own. The command's thread looks at them from outside. */
final class Sources implements AutoCloseable {

    private record Source(String name, Publisher publisher, CompletableFuture<PublishResult> result) {}

    private final Excerpt excerpt;
    private final List<Source> sources = new CopyOnWriteArrayList<>();

    Sources(Excerpt excerpt) {
        this.excerpt = excerpt;
    }

    /** Starts a source. */
    void start(String name, Publisher publisher) {
        CompletableFuture<PublishResult> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> publish(publisher, result), "docaxis-source-" + name.replace('/', '-'));
        thread.setDaemon(true);
        sources.add(new Source(name, publisher, result));
        thread.start();
    }

    private void publish(Publisher publisher, CompletableFuture<PublishResult> result) {
        try {
            result.complete(publisher.publish(excerpt.world()));
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    /**
     * Whether every source has ended, well or not.
     *
     * @throws RuntimeException what a source ended with instead of a result
     */
    boolean ended() {
        boolean ended = true;
        for (Source source : sources) {
            if (source.result().isCompletedExceptionally()) {
                rethrow(source.result());
            }
            ended &= source.result().isDone();
        }
        return ended;
    }

    /** Whether every source has sent all that it was to send, and the broker has it; any thread. */
    boolean areComplete() {
        return sources.stream()
                .map(Source::result)
                .allMatch(result -> result.isDone()
                        && !result.isCompletedExceptionally()
                        && result.join().complete());
    }

    /**
     * Why what was sent is incomplete, a line for each source, once all have ended; empty if it is complete.
     *
     * @throws ClusterException if the cluster does not allow to send
     */
    List<String> failures() {
        for (Source source : sources) {
            Refusal.in(source.result().join().failure(), topic -> AclOperation.WRITE, "")
                    .ifPresent(refused -> {
                        throw refused;
                    });
        }
        return sources.stream()
                .filter(source -> !source.result().join().complete())
                .map(Sources::failure)
                .toList();
    }

    private static String failure(Source source) {
        Exception failure = source.result().join().failure();
        return "source " + source.name() + " could not send everything"
                + (failure == null ? "" : ": " + message(failure));
    }

    /**
     * What a user can do about what is incomplete, once all have ended.
     *
     * @param kept whether the topics are still there when the command has ended
     */
    String advice(boolean kept) {
        List<PublishResult> results =
                sources.stream().map(source -> source.result().join()).toList();
        return results.stream().anyMatch(result -> result.failure() instanceof FastPathException)
                ? Advice.afterFastPath(kept)
                : Advice.afterFailure(kept, results.stream().allMatch(PublishResult::canBeResumed));
    }

    private static String message(Exception failure) {
        // the client's own limit names itself
        boolean byTheTopic = failure instanceof RecordTooLargeException
                && !String.valueOf(failure.getMessage()).contains("max.request.size");
        return byTheTopic
                ? Reason.of(failure) + " A batch of batch.size bytes has to fit into the topic's max.message.bytes: "
                        + "lower the one in --client-config, or raise the other"
                : Reason.of(failure);
    }

    /** How each is doing, for whoever asks from outside; any thread. */
    List<SourceStatus> statuses() {
        return sources.stream().map(Sources::status).toList();
    }

    private static SourceStatus status(Source source) {
        Publisher publisher = source.publisher();
        return new SourceStatus(
                source.name(),
                publisher.hasBegun(),
                publisher.progress(),
                publisher.silentMs(),
                ended(source.result()));
    }

    /** What a source has ended with; empty if it goes on, or ended well. */
    private static Optional<String> ended(CompletableFuture<PublishResult> result) {
        if (!result.isDone()) {
            return Optional.empty();
        }
        return result.handle((done, thrown) -> thrown == null ? done.failure() : thrown)
                .thenApply(failure -> Optional.ofNullable(failure).map(Throwable::getMessage))
                .join();
    }

    /** All sources together; simulated time is that of the slowest. */
    PublishProgress progress() {
        return sources.stream()
                .map(source -> progress(source.publisher()))
                .reduce(PublishProgress::and)
                .orElseThrow();
    }

    private static PublishProgress progress(Publisher publisher) {
        // so that silence is noticed though nobody asks from outside
        publisher.silentMs();
        return publisher.progress();
    }

    /** What this process sent, in words, and what was there before it. */
    String done() {
        PublishProgress progress = progress();
        return Wording.number(progress.sent()) + " events sent"
                + (progress.found() == 0 ? "" : " (" + Wording.number(progress.found()) + " were there already)");
    }

    /** The share of the threads to be played that begin up to the slowest source's clock: they rise with their numbers. */
    OptionalDouble share() {
        long first = excerpt.firstThread();
        long begun = excerpt.world().threadsBefore(progress().simulatedAt() + 1);
        long all = excerpt.threadsEnd() - first;
        return all <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) Math.min(Math.max(begun - first, 0), all) / all);
    }

    /** Seconds by which the scenario's calendar is ahead of UTC. */
    int utcOffsetS() {
        return excerpt.world().scenario().calendar().utcOffsetS();
    }

    /** A simulated instant as the scenario's calendar has it. */
    String instant(long simulatedAt) {
        return Wording.instant(simulatedAt, utcOffsetS());
    }

    /** Asks every source to end early, and waits until it has. */
    @Override
    public void close() {
        sources.forEach(source -> source.publisher().stop());
        for (Source source : sources) {
            source.result().handle((result, failure) -> result).join();
        }
    }

    private static void rethrow(CompletableFuture<PublishResult> failed) {
        try {
            failed.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }
}
