package io.docaxis.monitor.inquiry;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.monitor.figures.TallySnapshot;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Agencies with what became of their obligations, filtered and put in order. Pure.
 *
 * @param overdue by which deadline; read where they are put in order by it alone
 */
record AgencyTable(TallySnapshot tally, AgencyIndex index, Collection<LatenessRevision> overdue) {

    private static final Long NEVER = Long.MAX_VALUE;

    /** Numbers of all that are asked for, in order; equal ones by number. */
    List<Integer> rows(AgencyQuestion asked) {
        AgencyCatalogue agencies = index.agencies();
        IntPredicate found = asked.search().isBlank() ? number -> true : index.containing(asked.search());
        return IntStream.range(0, asked.allLevels() ? agencies.size() : AgencyCatalogue.level1Count())
                .filter(number -> asked.tier().isEmpty() || asked.tier().get() == agencies.tier(number))
                .filter(found)
                .boxed()
                .sorted(order(asked))
                .toList();
    }

    private Comparator<Integer> order(AgencyQuestion asked) {
        return switch (asked.sort()) {
            case SHARE ->
                Comparator.<Integer>comparingDouble(number -> share(number, asked))
                        .thenComparing(Comparator.<Integer>comparingLong(number -> bad(number, asked))
                                .reversed())
                        .thenComparing(Comparator.naturalOrder());
            case COUNT ->
                Comparator.<Integer>comparingLong(number -> bad(number, asked))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder());
            case OLDEST -> {
                Map<String, Long> oldest = oldest(asked);
                yield Comparator.<Integer>comparingLong(number -> oldest.getOrDefault(index.code(number), NEVER))
                        .thenComparing(Comparator.naturalOrder());
            }
            case CODE -> Comparator.comparing(index::code);
        };
    }

    /** Of what is decided, the part that was on time; nothing is decided: more than all. */
    private double share(int agency, AgencyQuestion asked) {
        long onTime = sum(agency, asked, Outcome.ON_TIME);
        long decided = onTime + bad(agency, asked);
        return decided == 0 ? 2 : (double) onTime / decided;
    }

    private long bad(int agency, AgencyQuestion asked) {
        return sum(agency, asked, Outcome.LATE) + sum(agency, asked, Outcome.OVERDUE);
    }

    private long sum(int agency, AgencyQuestion asked, Outcome outcome) {
        if (asked.obligation().isPresent()) {
            return count(agency, asked.allLevels(), asked.obligation().get(), outcome);
        }
        long sum = 0;
        for (Obligation obligation : Obligation.values()) {
            sum += count(agency, asked.allLevels(), obligation, outcome);
        }
        return sum;
    }

    /** How many obligations of an agency have an outcome: its own if all levels are asked for, else with those of all below it. */
    long count(int agency, boolean allLevels, Obligation obligation, Outcome outcome) {
        return allLevels ? tally.ofAgency(agency, obligation, outcome) : tally.obligations(agency, obligation, outcome);
    }

    /** The earliest deadline of what is overdue, by code. */
    private Map<String, Long> oldest(AgencyQuestion asked) {
        Map<String, Long> oldest = new HashMap<>();
        for (LatenessRevision duty : overdue) {
            if (asked.obligation().isEmpty()
                    || asked.obligation().get() == duty.duty().obligation()) {
                String debtor = duty.debtor();
                String code = asked.allLevels() ? debtor : debtor.substring(0, level1Length(debtor));
                oldest.merge(code, duty.deadline(), Math::min);
            }
        }
        return oldest;
    }

    private static int level1Length(String code) {
        int dot = code.indexOf('.');
        return dot < 0 ? code.length() : dot;
    }
}
