package io.docaxis.monitor.inquiry;

import java.util.SortedSet;
import java.util.function.Supplier;

/** The prefixes of docaxis that a cluster has, as far as they are known. */
@FunctionalInterface
public interface Prefixes extends Supplier<SortedSet<String>> {}
