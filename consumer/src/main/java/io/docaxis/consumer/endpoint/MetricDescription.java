package io.docaxis.consumer.endpoint;

import java.util.List;

/** What is fixed about a metric: the enum that lists a program's metrics implements it, and its document is held equal to that. */
public interface MetricDescription {

    /** How Prometheus is to read a metric. */
    enum Type {
        GAUGE,
        COUNTER
    }

    /** The name under which Prometheus sees it; that of a counter ends in {@code _total}. */
    String prometheusName();

    Type type();

    String unit();

    /** In a sentence. */
    String meaning();

    /** The names of its tags, in the order in which their values are given. */
    List<String> tags();
}
