package io.docaxis.monitor.inquiry;

import io.docaxis.monitor.figures.Figures;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;

/** The prefixes of docaxis that a cluster has, as far as they are known. */
@FunctionalInterface
public interface Prefixes extends Supplier<SortedSet<String>> {

    /** What is learnt of a prefix again and again; empty: nobody follows it. */
    default Optional<Figures> figures(String prefix) {
        return Optional.empty();
    }
}
