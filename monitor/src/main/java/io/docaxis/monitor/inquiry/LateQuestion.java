package io.docaxis.monitor.inquiry;

import io.docaxis.common.lateness.OverdueAsKnown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which overdue obligations are asked for, and in which order.
 *
 * @param known how surely they have to be known to be overdue, as a label; empty: however
 */
record LateQuestion(LateFilter filter, Optional<String> known, LateSort sort) {

    private static final String AGENCY = "agency";
    private static final String OBLIGATION = "obligation";
    private static final String KNOWN = "known";
    private static final String SORT = "sort";
    private static final String OFFSET = "offset";
    private static final String LIMIT = "limit";
    /** Of whom it is not known how sure it is. */
    private static final String UNCERTAIN = "uncertain";

    private static final List<String> KNOWN_AS = List.of("provisional", "confirmed", "final", UNCERTAIN);

    private static final long USUAL_LIMIT = 1_000;
    private static final long MOST_LIMIT = 10_000;

    static final String[] PARAMETERS = {Question.PREFIX, AGENCY, OBLIGATION, KNOWN, SORT, OFFSET, LIMIT};

    static LateQuestion of(Question asked) {
        return new LateQuestion(
                LateFilter.of(asked.written(AGENCY), asked.written(OBLIGATION)),
                asked.choice(KNOWN, KNOWN_AS),
                asked.choice(SORT, LateSort.labels()).map(LateSort::of).orElse(LateSort.OVERDUE));
    }

    static ListPage page(Question asked) {
        return new ListPage(
                asked.whole(OFFSET, 0, 0, Integer.MAX_VALUE), asked.whole(LIMIT, USUAL_LIMIT, 0, MOST_LIMIT));
    }

    /** Those of them that are asked for, in that order. */
    WhoIsLate arrange(WhoIsLate late) {
        if (known.isEmpty() && sort == LateSort.OVERDUE) {
            return late;
        }
        return new WhoIsLate(
                late.headers(),
                late.duties().stream()
                        .filter(this::matches)
                        .sorted(sort.order())
                        .toList(),
                late.unknown());
    }

    private boolean matches(OverdueDuty duty) {
        return known.isEmpty() || known.get().equals(label(duty.known()));
    }

    private static String label(Optional<OverdueAsKnown> known) {
        return known.map(as -> as.name().toLowerCase(Locale.ROOT)).orElse(UNCERTAIN);
    }
}
