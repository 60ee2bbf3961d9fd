package io.docaxis.monitor.figures;

import io.docaxis.monitor.endpoint.Series;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Adds figures of one prefix to the series of one scrape. */
record FigureSeries(Series series, String cluster, String prefix) {

    void add(FigureMetric metric, OptionalLong value, String... more) {
        value.ifPresent(known -> add(metric, known, more));
    }

    void add(FigureMetric metric, OptionalDouble value, String... more) {
        value.ifPresent(known -> add(metric, known, more));
    }

    void add(FigureMetric metric, boolean value, String... more) {
        add(metric, value ? 1 : 0, more);
    }

    void add(FigureMetric metric, double value, String... more) {
        String[] tags = new String[more.length + 2];
        tags[0] = cluster;
        tags[1] = prefix;
        System.arraycopy(more, 0, tags, 2, more.length);
        series.add(metric, value, tags);
    }

    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
