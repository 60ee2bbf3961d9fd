package io.docaxis.monitor.inquiry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** By what agencies are put in order, the worst first. */
enum AgencySort {
    /** The least on time of what is decided; of whom nothing is decided last. */
    SHARE,
    /** The most that is late or overdue. */
    COUNT,
    /** The earliest deadline of what is overdue; whose nothing is overdue last. */
    OLDEST,
    /** By code. */
    CODE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(AgencySort::label).toList();
    }

    static AgencySort of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
