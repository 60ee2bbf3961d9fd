package io.docaxis.simulator.bench.load;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/** Percentiles of a lap's latency or slip, in milliseconds. */
record LapLatency(double p50Ms, double p99Ms, double p999Ms, double maxMs) {

    private static final double US_PER_MS = 1_000;
    /** What {@link #line} makes. */
    private static final Pattern LINE = Pattern.compile("p50 (\\d+) p99 (\\d+) p99\\.9 (\\d+) max (\\d+) us");

    /** As {@code load} writes one into its result. */
    static LapLatency of(JsonNode latency) {
        return new LapLatency(
                ms(latency, "p50_us"), ms(latency, "p99_us"), ms(latency, "p99_9_us"), ms(latency, "max_us"));
    }

    private static double ms(JsonNode latency, String percentile) {
        return latency.get(percentile).asLong() / US_PER_MS;
    }

    /** A worker's line for a histogram of microseconds. */
    static String line(Histogram micros) {
        return String.format(
                Locale.ROOT,
                "p50 %d p99 %d p99.9 %d max %d us",
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(99),
                micros.getValueAtPercentile(99.9),
                micros.getMaxValue());
    }

    /**
     * What a worker printed.
     *
     * @throws IllegalArgumentException if there is no such line
     */
    static LapLatency parse(String out) {
        Matcher line = LINE.matcher(out);
        if (!line.find()) {
            throw new IllegalArgumentException("no latencies in '" + out + "'");
        }
        return new LapLatency(ms(line, 1), ms(line, 2), ms(line, 3), ms(line, 4));
    }

    private static double ms(Matcher line, int group) {
        return Long.parseLong(line.group(group)) / US_PER_MS;
    }
}
