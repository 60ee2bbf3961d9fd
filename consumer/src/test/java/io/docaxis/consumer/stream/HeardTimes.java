package io.docaxis.consumer.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What a stream thread told, a line for each call; a time since a poll that cannot be is an error. */
final class HeardTimes implements AppliedTimes {

    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    void clear() {
        lines.clear();
    }

    @Override
    public void polled(int partition, long agoNs) {
        if (agoNs < 0) {
            throw new AssertionError("polled " + -agoNs + " ns from now");
        }
        lines.add("polled " + partition);
    }

    @Override
    public void applied(int partition, long offset, long intendedAtMs, int intendedAtUs) {
        lines.add("applied " + partition + "/" + offset + " of " + intendedAtMs + " ms " + intendedAtUs + " us");
    }

    @Override
    public void committed(Map<TopicPartition, OffsetAndMetadata> positions) {
        StringBuilder line = new StringBuilder("committed");
        positions.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> line.append(' ')
                        .append(entry.getKey())
                        .append(" up to ")
                        .append(entry.getValue().offset()));
        lines.add(line.toString());
    }
}
