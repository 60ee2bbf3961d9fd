package io.docaxis.simulator.load.measure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Histograms in HdrHistogram's own log format: microseconds, tagged by {@link LatencyKind#label}, times in seconds since the
 * start. Its maxima are written in milliseconds, as that format's tools expect.
 */
public final class HistogramLog {

    private static final double MICROS_A_MS = 1_000;

    private HistogramLog() {}

    /** One interval for each kind: the measured part, whole. */
    public static String whole(Measured measured) {
        List<EncodableHistogram> lines = new ArrayList<>();
        double from = measured.stretch().warmUpSeconds();
        for (LatencyKind kind : LatencyKind.values()) {
            measured.latency(kind).ifPresent(histogram -> lines.add(tagged(kind, histogram)));
        }
        return text(
                measured.stretch(),
                "the measured part, whole",
                writer -> lines.forEach(line ->
                        writer.outputIntervalHistogram(from, measured.stretch().seconds(), line, MICROS_A_MS)));
    }

    /** One interval for each kind that is kept by second, and each second. */
    public static String bySecond(Measured measured) {
        return text(measured.stretch(), "each second by itself, warm-up included", writer -> {
            for (SecondFigures figures : measured.seconds()) {
                new TreeMap<>(figures.latencies())
                        .forEach((kind, frozen) -> writer.outputIntervalHistogram(
                                figures.second(), figures.second() + 1.0, tagged(kind, frozen.thawed()), MICROS_A_MS));
            }
        });
    }

    private interface Lines {
        void write(HistogramLogWriter writer);
    }

    private static String text(Stretch stretch, String what, Lines lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HistogramLogWriter writer = new HistogramLogWriter(bytes);
        writer.outputComment("[docaxis load: " + what + "; values in microseconds, maxima in milliseconds]");
        writer.outputLogFormatVersion();
        writer.outputStartTime(stretch.startAtNs() / 1_000_000);
        writer.outputLegend();
        lines.write(writer);
        writer.close();
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static Histogram tagged(LatencyKind kind, Histogram histogram) {
        Histogram copy = FrozenHistogram.sum(List.of(histogram));
        copy.setTag(kind.label());
        return copy;
    }

    /** What {@link #whole} wrote: by kind, all intervals together. */
    public static Map<LatencyKind, Histogram> readWhole(String text) {
        Map<LatencyKind, Histogram> found = new EnumMap<>(LatencyKind.class);
        read(
                text,
                (second, kind, histogram) -> found.computeIfAbsent(kind, any -> FrozenHistogram.empty())
                        .add(histogram));
        return found;
    }

    /** What {@link #bySecond} wrote: by second and kind. */
    public static Map<Integer, Map<LatencyKind, FrozenHistogram>> readBySecond(String text) {
        Map<Integer, Map<LatencyKind, FrozenHistogram>> found = new TreeMap<>();
        read(
                text,
                (second, kind, histogram) -> found.computeIfAbsent(second, any -> new EnumMap<>(LatencyKind.class))
                        .merge(kind, FrozenHistogram.of(histogram), (one, other) -> one.plus(other.thawed())));
        return found;
    }

    private interface Interval {
        void take(int second, LatencyKind kind, Histogram histogram);
    }

    private static void read(String text, Interval each) {
        try (HistogramLogReader reader =
                new HistogramLogReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            while (reader.hasNext()) {
                EncodableHistogram next = reader.nextIntervalHistogram();
                if (next instanceof Histogram histogram) {
                    double second = histogram.getStartTimeStamp() / 1e3 - reader.getStartTimeSec();
                    each.take((int) Math.round(second), LatencyKind.of(histogram.getTag()), histogram);
                }
            }
        }
    }
}
