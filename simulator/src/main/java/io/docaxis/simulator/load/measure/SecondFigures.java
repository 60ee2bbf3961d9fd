package io.docaxis.simulator.load.measure;

import java.util.Map;

/**
 * What belongs to one second of a load.
 *
 * @param second since the start, the first is 0
 * @param counts by kind; a kind that nobody counted is not there
 * @param latencies of what was intended in this second; none where there is nothing
 */
public record SecondFigures(int second, Map<EventCount, Long> counts, Map<LatencyKind, FrozenHistogram> latencies) {

    public SecondFigures {
        if (second < 0) {
            throw new IllegalArgumentException("second " + second + ": want 0 or more");
        }
        counts = Map.copyOf(counts);
        latencies = Map.copyOf(latencies);
    }
}
