package io.docaxis.monitor.page;

import java.util.function.Supplier;

/** Tells at any moment what the process knows of its own run. Thread-safe. */
@FunctionalInterface
public interface RunsHere extends Supplier<RunHere> {}
