package io.docaxis.simulator.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether the sources of this process do their work, and if not, why; and whether they ever will again. */
public final class ProducerHealth {

    /** A broker that says nothing for so long is gone or frozen. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private ProducerHealth() {}

    /** Why the sources cannot send now; empty if they can, or have sent everything. */
    public static Optional<String> problem(List<SourceStatus> sources) {
        return failure(sources)
                .or(() -> sources.stream()
                        .filter(source -> !source.begun() || source.silentMs() >= PATIENCE.toMillis())
                        .findFirst()
                        .map(ProducerHealth::waiting));
    }

    /** Why a source has stopped for good, so that this process has to be started again; empty if none has. */
    public static Optional<String> failure(List<SourceStatus> sources) {
        return sources.stream()
                .filter(source -> source.failure().isPresent())
                .findFirst()
                .map(source -> "source " + source.name() + " failed: "
                        + source.failure().get());
    }

    private static String waiting(SourceStatus source) {
        return source.begun()
                ? "source " + source.name() + " waits for the broker, which has not answered for "
                        + Duration.ofMillis(source.silentMs()).toSeconds() + " s"
                : "source " + source.name() + " has not begun yet";
    }
}
