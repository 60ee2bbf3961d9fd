package io.docaxis.monitor.group;

import io.docaxis.monitor.endpoint.Series;
import java.util.OptionalDouble;

/** Sums over the partitions of one topic that a group reads: absent as soon as one is unknown. Not thread-safe. */
final class TopicSums {

    private final String topic;
    private boolean known = true;
    private long readable;
    private long lost;
    private long unstable;
    private double consumed;
    private double arrived;
    private boolean paced = true;
    private OptionalDouble seconds = OptionalDouble.empty();
    private int committed;
    private int uncommitted;
    private long uncommittedRecords;
    private int beyondEnd;
    private int unknown;

    TopicSums(String topic) {
        this.topic = topic;
    }

    String topic() {
        return topic;
    }

    void add(GroupPartition partition, long nowMs) {
        if (partition.isUnknown()) {
            known = false;
            paced = false;
            unknown++;
        } else if (partition.isCommitted()) {
            addCommitted(partition, nowMs);
        } else {
            uncommitted++;
            uncommittedRecords += partition.readable();
        }
    }

    private void addCommitted(GroupPartition partition, long nowMs) {
        committed++;
        readable += partition.readable();
        lost += partition.lost();
        unstable += partition.unstable().orElse(0);
        beyondEnd += partition.isBeyondEnd() ? 1 : 0;
        unknown += partition.timeLag().seconds(nowMs).isPresent() ? 0 : 1;
        consumed += partition.report().consumedPerS().orElse(0);
        arrived += partition.report().arrivedPerS().orElse(0);
        paced &= partition.report().consumedPerS().isPresent()
                && partition.report().arrivedPerS().isPresent();
        OptionalDouble age = partition.timeLag().seconds(nowMs);
        // of an interval without an upper end, what it is at least
        (age.isPresent() ? age : partition.timeLag().leastSeconds(nowMs))
                .ifPresent(known -> seconds = OptionalDouble.of(Math.max(known, seconds.orElse(0))));
    }

    void addTo(Series series, String cluster, String group) {
        String[] tags = {cluster, group, topic};
        if (known && committed > 0) {
            series.add(GroupMetric.READABLE, readable, tags);
            series.add(GroupMetric.LOST, lost, tags);
            series.add(GroupMetric.UNSTABLE, unstable, tags);
        }
        if (paced && committed > 0) {
            series.add(GroupMetric.CONSUMED, consumed, tags);
            series.add(GroupMetric.ARRIVED, arrived, tags);
        }
        series.add(GroupMetric.SECONDS, seconds, tags);
        if (known) {
            series.add(GroupMetric.UNCOMMITTED, uncommitted, tags);
            series.add(GroupMetric.UNCOMMITTED_RECORDS, uncommittedRecords, tags);
        }
        series.add(GroupMetric.BEYOND_END, beyondEnd, tags);
        series.add(GroupMetric.UNKNOWN_PARTITIONS, unknown, tags);
    }
}
