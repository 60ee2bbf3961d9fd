package io.docaxis.simulator.load.consume;

import java.util.ArrayList;
import java.util.List;

/** Latencies as a sink was given them, milliseconds. Thread-safe. */
final class LatencyList implements LatencySink {

    private final List<Double> endToEnd = new ArrayList<>();
    private final List<Double> processing = new ArrayList<>();
    private final List<Double> committed = new ArrayList<>();

    @Override
    public synchronized void applied(long intendedAtNs, long receivedAtNs, long appliedAtNs) {
        endToEnd.add((appliedAtNs - intendedAtNs) / 1e6);
        processing.add((appliedAtNs - receivedAtNs) / 1e6);
    }

    @Override
    public synchronized void committed(long intendedAtNs, long committedAtNs) {
        committed.add((committedAtNs - intendedAtNs) / 1e6);
    }

    @Override
    public void handedOver(long intendedAtNs, long sentAtNs, long receivedAtNs, long records) {
        throw new AssertionError("nobody said what was sent");
    }

    synchronized List<Double> endToEnd() {
        return List.copyOf(endToEnd);
    }

    synchronized List<Double> processing() {
        return List.copyOf(processing);
    }

    synchronized List<Double> committed() {
        return List.copyOf(committed);
    }
}
