package io.docaxis.consumer.stream;

import io.docaxis.common.kafka.Causes;
import io.docaxis.common.kafka.Reason;
import io.docaxis.common.kafka.Secrets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running Kafka Streams instance as its callers see it: whether it works, and why it stopped. Thread-safe.
 *
 * <p>Lost tasks are Streams' own business and never come here. What does ends a stream thread: where trying again can help,
 * the thread is replaced, a limited number of times; anything else ends the instance, for a record that was not applied would
 * make every number wrong.
 */
public final class Engine implements StreamsUncaughtExceptionHandler, KafkaStreams.StateListener {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    static final int MOST_REPLACEMENTS = 50;

    private final AtomicReference<String> failure = new AtomicReference<>();
    private final AtomicReference<Throwable> cause = new AtomicReference<>();
    private final AtomicInteger replacements = new AtomicInteger();
    private volatile KafkaStreams.State state = KafkaStreams.State.CREATED;

    /** Why the engine stopped for good; empty while it has not. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Why the engine does not work; empty while it runs or is being given partitions. */
    public Optional<String> problem() {
        Optional<String> failed = failure().map(why -> "it failed: " + why);
        return failed.isPresent() || state.isRunningOrRebalancing()
                ? failed
                : Optional.of(
                        switch (state) {
                            case CREATED -> "it has not started yet";
                            case PENDING_SHUTDOWN -> "it is stopping";
                            default -> "it is stopped";
                        });
    }

    /** What ended the engine, where it was an exception. */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(cause.get());
    }

    public KafkaStreams.State state() {
        return state;
    }

    @Override
    public void onChange(KafkaStreams.State now, KafkaStreams.State before) {
        state = now;
        LOG.debug("engine {}", now);
        if (now == KafkaStreams.State.ERROR) {
            failure.compareAndSet(null, "the stream engine stopped without saying why");
        }
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable exception) {
        String reason = Secrets.hide(reason(exception));
        if (isRetriable(exception) && replacements.incrementAndGet() <= MOST_REPLACEMENTS) {
            LOG.warn("a stream thread ended and is replaced: {}", reason);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        cause.compareAndSet(null, exception);
        if (failure.compareAndSet(null, reason)) {
            LOG.error("the stream engine stops: {}", reason, exception);
        }
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean isRetriable(Throwable exception) {
        return Causes.any(
                exception, cause -> cause instanceof RetriableException || cause instanceof RevivedTaskException);
    }

    /** The innermost cause says what happened; Streams' own message, where. */
    private static String reason(Throwable exception) {
        Throwable root = exception;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Reason.of(root);
    }
}
