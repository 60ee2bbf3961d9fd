package io.docaxis.simulator.load;

import io.docaxis.common.kafka.Reason;
import io.docaxis.producer.publish.LoadProgress;
import io.docaxis.producer.publish.LoadSource;
import io.docaxis.producer.publish.PublishResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The sources of a load in this process, each on a thread of its own: all get ready, then all begin at one instant. The command's thread
 * looks at them from outside.
 */
final class LoadSources implements AutoCloseable {

    private record Running(LoadSource source, CompletableFuture<Void> ready, CompletableFuture<PublishResult> ended) {}

    private final List<Running> all = new ArrayList<>();
    private final CompletableFuture<Long> startsAtNs = new CompletableFuture<>();

    /** Starts each of them, up to where it is ready. */
    LoadSources(List<LoadSource> sources) {
        for (LoadSource source : sources) {
            Running running = new Running(source, new CompletableFuture<>(), new CompletableFuture<>());
            all.add(running);
            Thread thread = new Thread(() -> run(running), "docaxis-source-" + all.size());
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run(Running running) {
        try {
            running.source.prepare();
            running.ready.complete(null);
            running.ended.complete(running.source.run(startsAtNs.join()));
        } catch (Throwable e) {
            running.ready.completeExceptionally(e);
            running.ended.completeExceptionally(e);
        }
    }

    /**
     * Whether all can begin.
     *
     * @throws RuntimeException what one could not get ready for
     */
    boolean areReady() {
        boolean ready = true;
        for (Running each : all) {
            rethrow(each.ready);
            ready &= each.ready.isDone();
        }
        return ready;
    }

    /** All begin at an instant, which should be some time away. */
    void begin(long atNs) {
        startsAtNs.complete(atNs);
    }

    /**
     * Whether all have ended, well or not.
     *
     * @throws RuntimeException what one ended with instead of a result
     */
    boolean haveEnded() {
        boolean ended = true;
        for (Running each : all) {
            rethrow(each.ended);
            ended &= each.ended.isDone();
        }
        return ended;
    }

    /** Why what was sent is incomplete, a line for each source, once all have ended. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            PublishResult result =
                    all.get(i).ended.exceptionally(LoadSources::broken).join();
            if (!result.complete()) {
                failures.add("source " + (i + 1) + " could not send everything"
                        + (result.failure() == null ? "" : ": " + Reason.of(result.failure())));
            }
        }
        return failures;
    }

    private static PublishResult broken(Throwable thrown) {
        return new PublishResult(false, thrown instanceof Exception e ? e : new IllegalStateException(thrown));
    }

    /** All of them together. */
    LoadProgress progress() {
        return all.stream()
                .map(each -> each.source.progress())
                .reduce(LoadProgress::and)
                .orElseThrow();
    }

    /** For how long the broker has answered nothing though something waits for it. */
    long silentMs() {
        return all.stream().mapToLong(each -> each.source.silentMs()).max().orElse(0);
    }

    /** Nothing more is given to Kafka's client; what was is waited for, and the ends are written. */
    void stopInOrder() {
        all.forEach(each -> each.source.stopInOrder());
    }

    /** All end as they are. */
    @Override
    public void close() {
        startsAtNs.cancel(false);
        all.forEach(each -> each.source.stop());
        // a client that waits for a broker that is gone ends with its close
        all.forEach(each -> each.source.close());
        all.forEach(each -> each.ended.handle((result, failure) -> result).join());
    }

    private static void rethrow(CompletableFuture<?> future) {
        if (future.isCompletedExceptionally()) {
            try {
                future.join();
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
}
