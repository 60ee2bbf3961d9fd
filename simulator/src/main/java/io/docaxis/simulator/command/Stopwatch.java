package io.docaxis.simulator.command;

import java.util.concurrent.TimeUnit;

/** Wall time since a command began. */
record Stopwatch(long startedNs) {

    static Stopwatch started() {
        return new Stopwatch(System.nanoTime());
    }

    long elapsedMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs);
    }
}
