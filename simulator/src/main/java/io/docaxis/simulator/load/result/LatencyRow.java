package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.judge.Amounts;
import io.docaxis.simulator.load.measure.LatencyKind;
import io.docaxis.simulator.load.measure.Measured;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A line of the table of latencies. Means of parts add up to the mean of the whole; percentiles do not.
 *
 * @param name of the latency; parts begin with = or +
 * @param cells mean and percentiles as words, a dash where there is none of the sum of two
 */
record LatencyRow(String name, List<String> cells) {

    static final List<String> HEAD = List.of("mean", "p50", "p90", "p99", "p99.9", "max");

    private static final String UNKNOWN = "unknown";
    private static final String NONE = "–";

    /** By so much two numbers of events may differ and be called the same. */
    private static final double SAME = 0.01;

    /** All that is known, whole latencies followed by their parts. */
    static List<LatencyRow> all(Measured measured) {
        List<LatencyRow> rows = new ArrayList<>();
        if (has(measured, LatencyKind.PUBLISH)) {
            rows.add(of("publish", measured, LatencyKind.PUBLISH));
            rows.add(of("  = schedule slip", measured, LatencyKind.SCHEDULE_SLIP));
            rows.add(of("  + client buffer", measured, LatencyKind.CLIENT_BUFFER));
            rows.add(of("  + acknowledgement", measured, LatencyKind.ACKNOWLEDGEMENT));
            rows.add(of("  ignoring the schedule", measured, LatencyKind.PUBLISH_FROM_SEND));
        } else if (has(measured, LatencyKind.SCHEDULE_SLIP)) {
            rows.add(of("schedule slip", measured, LatencyKind.SCHEDULE_SLIP));
        }
        if (has(measured, LatencyKind.E2E)) {
            rows.add(of("e2e", measured, LatencyKind.E2E));
            rows.add(untilRequest(measured));
            rows.add(of("  + broker to consumer", measured, LatencyKind.BROKER_TO_CONSUMER));
            rows.add(of("  + processing", measured, LatencyKind.PROCESSING));
        }
        if (has(measured, LatencyKind.COMMITTED)) {
            rows.add(of("committed", measured, LatencyKind.COMMITTED));
        }
        return rows;
    }

    /** What to know of the table. */
    static List<String> notes(Measured measured) {
        List<String> notes = new ArrayList<>();
        if (!has(measured, LatencyKind.PUBLISH)) {
            return notes;
        }
        notes.add("The means of the parts (= and +) add up; percentiles do not.");
        notes.add(
                "Ignoring the schedule counts from when the client got an event, and so hides what waited before that.");
        long whole = events(measured, LatencyKind.PUBLISH);
        long parts = events(measured, LatencyKind.ACKNOWLEDGEMENT);
        if (Math.abs(whole - parts) > whole * SAME) {
            notes.add("Requests are known of " + Amounts.count(parts) + " of " + Amounts.count(whole)
                    + " acknowledged events: the parts are of these alone.");
        }
        return notes;
    }

    private static long events(Measured measured, LatencyKind kind) {
        return measured.latency(kind).map(Histogram::getTotalCount).orElse(0L);
    }

    private static boolean has(Measured measured, LatencyKind kind) {
        return measured.latency(kind).isPresent();
    }

    private static LatencyRow of(String name, Measured measured, LatencyKind kind) {
        List<String> cells = new ArrayList<>();
        for (String column : HEAD) {
            cells.add(measured.latency(kind)
                    .map(histogram -> cell(histogram, column))
                    .orElse(UNKNOWN));
        }
        return new LatencyRow(name, cells);
    }

    private static String cell(Histogram histogram, String column) {
        return column.equals("mean")
                ? Amounts.micros(Math.round(histogram.getMean()))
                : Amounts.micros(histogram.getValueAtPercentile(Percentiles.of(column)));
    }

    /** What comes before the request is in both latencies. */
    private static LatencyRow untilRequest(Measured measured) {
        List<String> cells = new ArrayList<>();
        boolean known = has(measured, LatencyKind.SCHEDULE_SLIP) && has(measured, LatencyKind.CLIENT_BUFFER);
        for (String column : HEAD) {
            if (!known) {
                cells.add(UNKNOWN);
            } else if (column.equals("mean")) {
                cells.add(Amounts.micros(Math.round(measured.latency(LatencyKind.SCHEDULE_SLIP)
                                .orElseThrow()
                                .getMean()
                        + measured.latency(LatencyKind.CLIENT_BUFFER)
                                .orElseThrow()
                                .getMean())));
            } else {
                cells.add(NONE);
            }
        }
        return new LatencyRow("  = slip and buffer", cells);
    }
}
