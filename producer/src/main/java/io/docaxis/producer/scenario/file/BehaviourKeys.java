package io.docaxis.producer.scenario.file;

import io.docaxis.common.agency.Tier;
import io.docaxis.producer.scenario.Durations;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Keys that say how receivers behave: all of them, those of a tier, one agency for a time. */
final class BehaviourKeys {

    static final Section BEHAVIOUR = new Section();
    static final Key<Integer> ARRIVAL = BEHAVIOUR.optional(
            "arrival",
            Scalars.share(),
            "0.95",
            "Share that report 01. Makes 2.6 statuses an arrival [S] with the rest. [A]");
    static final Key<Integer> REFUSE =
            BEHAVIOUR.optional("refuse", Scalars.share(), "0.067", "Share refused (02) instead of accepted. [S]");
    static final Key<Integer> ACKNOWLEDGE_LATE = BEHAVIOUR.optional(
            "acknowledge-late", Scalars.share(), "0.03", "Share acknowledged after the deadline. [A]");
    static final Key<Integer> ACKNOWLEDGE_NEVER = BEHAVIOUR.optional(
            "acknowledge-never",
            Scalars.share(),
            "0.02",
            "Share never acknowledged; of tasks that the Government assigned 1.8 to 4.2 % were overdue [S], here: [A].");
    static final Key<Durations> ACKNOWLEDGE_LATE_BY = BEHAVIOUR.optional(
            "acknowledge-late-by", Quantiles.of("1s", "60d"), "[5m, 2h, 16h, 1d, 5d]", "By how much. [A]");
    static final Key<Integer> WITHOUT_ACCEPTANCE = BEHAVIOUR.optional(
            "without-acceptance",
            Scalars.share(),
            "0.1",
            "Of the acknowledged, the share whose first sign is 05, without 03: leaves 03 for 82 % of arrivals [S].");
    static final Key<Integer> ASSIGN =
            BEHAVIOUR.optional("assign", Scalars.share(), "0.03", "Of the accepted, the share that report 04. [A]");
    static final Key<Integer> PROCESS = BEHAVIOUR.optional(
            "process",
            Scalars.share(),
            "0.68",
            "Of the accepted, the share that report 05: makes 05 68 % of arrivals [S].");
    static final Key<Integer> PROCESS_AGAIN = BEHAVIOUR.optional(
            "process-again", Scalars.share(), "0.05", "Of those, the share that report 05 a second time. [A]");
    static final Key<Integer> COMPLETE = BEHAVIOUR.optional(
            "complete",
            Scalars.share(),
            "0.025",
            "Of the accepted without a due date, the share that report 06: with those that have one 5.5 % of arrivals [S].");
    static final Key<Integer> RESPOND_BY_COMPLETION = BEHAVIOUR.optional(
            "respond-by-completion",
            Scalars.share(),
            "0.96",
            "Of dispatches with a due date and no answering document, the share fulfilled by 06; the rest become overdue. [A]");
    static final Key<Integer> RESPOND_LATE = BEHAVIOUR.optional(
            "respond-late", Scalars.share(), "0.05", "Of responses, the share after the due date. [A]");
    static final Key<Durations> RESPOND_LATE_BY = BEHAVIOUR.optional(
            "respond-late-by", Quantiles.of("1s", "180d"), "[10m, 4h, 1d, 3d, 10d]", "By how much. [A]");
    static final Key<Integer> RECALL_NEVER = BEHAVIOUR.optional(
            "recall-never", Scalars.share(), "0.05", "Of those asked back, the share that never answer. [A]");
    static final Key<Integer> RECALL_LATE = BEHAVIOUR.optional(
            "recall-late",
            Scalars.share(),
            "0.07",
            "Of those asked back, the share that answer after the deadline. [A]");
    static final Key<Durations> RECALL_LATE_BY = BEHAVIOUR.optional(
            "recall-late-by", Quantiles.of("1s", "60d"), "[5m, 2h, 16h, 1d, 3d]", "By how much. [A]");
    static final Key<Integer> RECALL_REFUSE = BEHAVIOUR.optional(
            "recall-refuse",
            Scalars.share(),
            "0.1",
            "Of the answers, the share that refuse (16): known to the message format, not to the law [S]. [A]");

    static final Section BEHAVIOURS = new Section();
    static final Key<Values> ALL =
            BEHAVIOURS.section("all", BEHAVIOUR, "Every receiver, unless its tier says otherwise.");
    static final Map<Tier, Key<Values>> BY_TIER = new EnumMap<>(Tier.class);

    static {
        for (Tier tier : Tier.values()) {
            String name = TrafficKeys.kebab(tier);
            BY_TIER.put(
                    tier,
                    BEHAVIOURS.section(name, BEHAVIOUR, "Receivers of this tier. Keys left out: as `behaviour.all`."));
        }
    }

    static final Section EXCEPTION = new Section();
    static final Key<Integer> AGENCY = EXCEPTION.required(
            "agency", Scalars.level1Agency(), "Who, in the new or the old form; all below it are meant too.");
    static final Key<LocalDate> FROM = EXCEPTION.required("from", Scalars.date(), "First day.");
    static final Key<LocalDate> TO = EXCEPTION.required("to", Scalars.date(), "Last day.");
    static final Key<Boolean> SILENT = EXCEPTION.optional(
            "silent",
            Scalars.flag(),
            "false",
            "As a receiver it reports nothing in that time; what it would have reported follows afterwards, late.");
    static final Key<Values> BEHAVIOUR_THEN = EXCEPTION.section(
            "behaviour", BEHAVIOUR, "For dispatches sent to it in that time. Keys left out: as its tier.");
    static final Key<List<Values>> EXCEPTIONS = Key.of(
            "exceptions",
            new Sequence<>(EXCEPTION, TimeKeys.MOST_STRETCHES),
            "[]",
            "Agencies that behave otherwise for a time, inside the period; the times of one agency lie apart.");

    private BehaviourKeys() {}
}
