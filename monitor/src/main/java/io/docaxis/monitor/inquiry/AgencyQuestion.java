package io.docaxis.monitor.inquiry;

import io.docaxis.common.agency.Tier;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.obligation.Obligation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which agencies are asked for, and in which order.
 *
 * @param allLevels whether agencies of all levels are, each without those below it; else those of level 1 with all below them
 * @param search part of code or name; empty: whichever
 * @param obligation by which they are put in order; empty: by all
 */
record AgencyQuestion(
        boolean allLevels, Optional<Tier> tier, String search, Optional<Obligation> obligation, AgencySort sort) {

    private static final String LEVEL = "level";
    private static final String TIER = "tier";
    private static final String SEARCH = "search";
    private static final String OBLIGATION = "obligation";
    private static final String SORT = "sort";
    private static final String OFFSET = "offset";
    private static final String LIMIT = "limit";
    private static final String ALL = "all";

    private static final List<String> LEVELS = List.of("1", ALL);
    private static final List<String> TIERS =
            Arrays.stream(Tier.values()).map(AgencyQuestion::label).toList();
    private static final List<String> OBLIGATIONS =
            Arrays.stream(Obligation.values()).map(DutyName::label).toList();

    private static final long USUAL_LIMIT = 50;
    private static final long MOST_LIMIT = 1_000;

    static final String[] PARAMETERS = {Question.PREFIX, LEVEL, TIER, SEARCH, OBLIGATION, SORT, OFFSET, LIMIT};

    static AgencyQuestion of(Question asked) {
        boolean all = asked.choice(LEVEL, LEVELS).filter(ALL::equals).isPresent();
        Optional<Tier> tier = asked.choice(TIER, TIERS).map(label -> Tier.valueOf(label.toUpperCase(Locale.ROOT)));
        if (!all && tier.filter(low -> low.compareTo(Tier.PROVINCE) > 0).isPresent()) {
            throw new BadQuestionException(
                    "tier '" + label(tier.get()) + "': there is none on level 1; want level=all with it");
        }
        return new AgencyQuestion(
                all,
                tier,
                asked.text(SEARCH).orElse(""),
                asked.choice(OBLIGATION, OBLIGATIONS).flatMap(DutyName::obligation),
                asked.choice(SORT, AgencySort.labels()).map(AgencySort::of).orElse(AgencySort.SHARE));
    }

    static ListPage page(Question asked) {
        return new ListPage(
                asked.whole(OFFSET, 0, 0, Integer.MAX_VALUE), asked.whole(LIMIT, USUAL_LIMIT, 1, MOST_LIMIT));
    }

    static String label(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }
}
