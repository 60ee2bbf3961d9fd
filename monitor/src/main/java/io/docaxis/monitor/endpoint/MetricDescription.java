package io.docaxis.monitor.endpoint;

import java.util.List;

/** What is fixed about a metric: the enum that lists a program's metrics implements it, and its document is held equal to that. */
public interface MetricDescription {

    /** How Prometheus is to read a metric. */
    enum Type {
        GAUGE,
        COUNTER
    }

    /**
     * All of it.
     *
     * @param prometheusName the name under which Prometheus sees it; that of a counter ends in {@code _total}
     * @param meaning in a sentence
     * @param tags the names of its tags, in the order in which their values are given
     */
    record Facts(String prometheusName, Type type, String unit, String meaning, List<String> tags) {}

    Facts facts();

    default String prometheusName() {
        return facts().prometheusName();
    }

    default Type type() {
        return facts().type();
    }

    default String unit() {
        return facts().unit();
    }

    default String meaning() {
        return facts().meaning();
    }

    default List<String> tags() {
        return facts().tags();
    }
}
