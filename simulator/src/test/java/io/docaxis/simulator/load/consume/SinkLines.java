package io.docaxis.simulator.load.consume;

import java.util.ArrayList;
import java.util.List;

/** What a sink was given, a line for each call. Thread-safe. */
final class SinkLines implements LatencySink {

    private final List<String> lines = new ArrayList<>();

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    synchronized List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    @Override
    public synchronized void applied(long intendedAtNs, long receivedAtNs, long appliedAtNs) {
        lines.add("I " + intendedAtNs + " C " + receivedAtNs + " P " + appliedAtNs);
    }

    @Override
    public synchronized void committed(long intendedAtNs, long committedAtNs) {
        lines.add("I " + intendedAtNs + " T " + committedAtNs);
    }

    @Override
    public synchronized void handedOver(long intendedAtNs, long sentAtNs, long receivedAtNs, long records) {
        lines.add("I " + intendedAtNs + " R " + sentAtNs + " C " + receivedAtNs + " x " + records);
    }
}
