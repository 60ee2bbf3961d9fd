package io.docaxis.monitor.inquiry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The order in which what is overdue is listed. */
enum LateSort {
    /** The earliest deadline first: what is overdue for longest. */
    OVERDUE(OverdueDuty.WORST_FIRST),
    /** By code of who owes it, then as above. */
    AGENCY(Comparator.<OverdueDuty, String>comparing(duty -> duty.last().debtor())
            .thenComparing(OverdueDuty.WORST_FIRST)),
    /** By kind, then as above. */
    OBLIGATION(Comparator.<OverdueDuty>comparingInt(
                    duty -> duty.last().duty().obligation().ordinal())
            .thenComparing(OverdueDuty.WORST_FIRST)),
    /** The latest deadline first: what became overdue last. */
    DEADLINE(OverdueDuty.WORST_FIRST.reversed());

    private final Comparator<OverdueDuty> order;

    LateSort(Comparator<OverdueDuty> order) {
        this.order = order;
    }

    Comparator<OverdueDuty> order() {
        return order;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(LateSort::label).toList();
    }

    static LateSort of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
