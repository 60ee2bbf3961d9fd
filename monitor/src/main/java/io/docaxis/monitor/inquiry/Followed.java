package io.docaxis.monitor.inquiry;

import io.docaxis.monitor.figures.Figures;

/** What is learnt of a prefix, for who cannot answer without it. */
final class Followed {

    private Followed() {}

    /** @throws UnknownException if nobody follows it */
    static Figures figures(Prefixes prefixes, String prefix) {
        return prefixes.figures(prefix)
                .orElseThrow(
                        () -> new UnknownException("prefix '" + prefix + "' is not followed by this monitor (yet)"));
    }
}
