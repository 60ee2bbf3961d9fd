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

    /** Since when nobody has answered yet; less than 0: all had when this began. */
    private final long unheardSinceMs;

    private long silentSinceMs;
    private long toldAtMs;

    /** All have answered. */
    SilenceNews() {
        this(-1);
    }

    /** @param unheardSinceMs since when they are asked, without an answer yet; given as that of the last answer until there is one */
    SilenceNews(long unheardSinceMs) {
        this.unheardSinceMs = unheardSinceMs;
    }

    /**
     * What is to be told now.
     *
     * @param answeredAtMs when all brokers answered last
     * @param problem why they do not, if so
     */
    Optional<String> at(long nowMs, long answeredAtMs, String problem) {
        boolean unheard = answeredAtMs == unheardSinceMs;
        boolean silent = unheard || nowMs - answeredAtMs >= FIRST_AFTER_MS;
        if (silent && (toldAtMs == 0 || nowMs - toldAtMs >= EVERY_MS)) {
            toldAtMs = nowMs;
            silentSinceMs = answeredAtMs;
            return Optional.of(unheard ? unheard(nowMs, answeredAtMs, problem) : silence(nowMs, answeredAtMs, problem));
        }
        if (!silent && toldAtMs != 0) {
            toldAtMs = 0;
            String again = silentSinceMs == unheardSinceMs ? "" : " again";
            return Optional.of(
                    "Kafka answers" + again + ", after " + (answeredAtMs - silentSinceMs + 500) / 1000 + " s");
        }
        return Optional.empty();
    }

    static String silence(long nowMs, long answeredAtMs, String problem) {
        return problem + "; asked which brokers there are, last answered at " + time(answeredAtMs) + ", "
                + (nowMs - answeredAtMs + 500) / 1000 + " s ago";
    }

    /** Of brokers that have not answered once. */
    static String unheard(long nowMs, long sinceMs, String problem) {
        return problem + "; asked which brokers there are since " + time(sinceMs) + ", for "
                + (nowMs - sinceMs + 500) / 1000 + " s";
    }

    private static LocalTime time(long ms) {
        return Instant.ofEpochMilli(ms)
                .atZone(ZoneId.systemDefault())
                .toLocalTime()
                .truncatedTo(ChronoUnit.SECONDS);
    }
}
