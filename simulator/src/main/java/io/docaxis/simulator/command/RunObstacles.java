package io.docaxis.simulator.command;

import io.docaxis.common.kafka.topic.TopicWatch.EventLog;
import io.docaxis.common.tally.proto.PartHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Why a run cannot come to its end any more, by what the consumers have said of each partition and what the log holds. Pure. */
final class RunObstacles {

    private RunObstacles() {}

    /**
     * What stands in the way, in words; empty if nothing does. Consumers say how far they are some seconds late: what is not so a
     * little later was not so.
     *
     * @param headers what the consumers said last, by partition
     */
    static List<String> reasons(EventLog log, SortedMap<Integer, PartHeader> headers) {
        List<String> reasons = new ArrayList<>();
        boolean anyEnded = headers.values().stream().anyMatch(PartHeader::getEnded);
        for (Map.Entry<Integer, Long> start : log.starts().entrySet()) {
            int partition = start.getKey();
            PartHeader header = headers.get(partition);
            long read = header == null ? 0 : header.getRecords();
            if (header != null && header.getEnded()) {
                continue;
            }
            if (read < start.getValue()) {
                reasons.add("partition " + partition + ": of the " + start.getValue()
                        + " records before offset " + start.getValue() + ", which were deleted, " + read
                        + " were read before");
            } else if (anyEnded && log.ends().get(partition) == 0) {
                reasons.add("partition " + partition
                        + ": it holds nothing, though others have ended; it was added after" + " the run began");
            }
        }
        return reasons;
    }
}
