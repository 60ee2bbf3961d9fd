package io.docaxis.simulator.cluster;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Decides when a user hears that brokers do not answer: first before half a minute has passed, then every half minute, and when it is over. */
final class SilenceNews {

    static final long FIRST_AFTER_MS = 25_000;
    static final long EVERY_MS = 30_000;

    private long silentSinceMs;
    private long toldAtMs;

    /**
     * What is to be told now.
     *
     * @param answeredAtMs when all brokers answered last
     * @param problem why they do not, if so
     */
    Optional<String> at(long nowMs, long answeredAtMs, String problem) {
        boolean silent = nowMs - answeredAtMs >= FIRST_AFTER_MS;
        if (silent && (toldAtMs == 0 || nowMs - toldAtMs >= EVERY_MS)) {
            toldAtMs = nowMs;
            silentSinceMs = answeredAtMs;
            return Optional.of(silence(nowMs, answeredAtMs, problem));
        }
        if (!silent && toldAtMs != 0) {
            toldAtMs = 0;
            return Optional.of("Kafka answers again, after " + (answeredAtMs - silentSinceMs + 500) / 1000 + " s");
        }
        return Optional.empty();
    }

    static String silence(long nowMs, long answeredAtMs, String problem) {
        LocalTime since = Instant.ofEpochMilli(answeredAtMs)
                .atZone(ZoneId.systemDefault())
                .toLocalTime()
                .truncatedTo(ChronoUnit.SECONDS);
        return problem + "; asked which brokers there are, last answered at " + since + ", "
                + (nowMs - answeredAtMs + 500) / 1000 + " s ago";
    }
}
