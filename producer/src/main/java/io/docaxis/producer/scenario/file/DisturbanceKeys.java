package io.docaxis.producer.scenario.file;

import io.docaxis.common.agency.Tier;
import io.docaxis.producer.scenario.Disturbances;
import io.docaxis.producer.scenario.Durations;
import java.time.LocalDate;
import java.util.List;

/**
 * Keys that say what the channel does, and what agencies do wrong. By default nothing: every event is delivered once, when it
 * occurs.
 */
final class DisturbanceKeys {

    static final Section DISTURBANCES = new Section();
    static final Key<Integer> DUPLICATE = share("duplicate", "Share of events delivered a second time.");
    static final Key<Durations> DUPLICATE_AFTER =
            DISTURBANCES.optional("duplicate-after", Quantiles.of("0s", "60d"), "[0s, 1m, 1h]", "How much later. [A]");
    static final Key<Integer> DELAY = share("delay", "Share of events delivered later than they occur.");
    static final Key<Durations> DELAY_BY = DISTURBANCES.optional(
            "delay-by",
            Quantiles.of("0s", "60d"),
            "[1s, 30s, 5m, 1h, 1d]",
            "By how much, at most the last of them; events delayed by different times change their order. [A]");
    static final Key<Integer> DROP = share(
            "drop", "Share of events that are never delivered; their numbers in the source's sequence are missing.");
    static final Key<Integer> CORRUPT =
            share("corrupt", "Share of events after which a damaged copy of the same record is delivered.");
    static final Key<Integer> GARBAGE =
            share("garbage", "Share of events after which bytes are delivered that were never an event.");
    static final Key<Integer> UNKNOWN_KIND =
            share("unknown-kind", "Share of events after which one of a kind that nobody knows is delivered.");
    static final Key<Integer> NO_RECEIVER =
            share("no-receiver", "Share of documents after which one to nobody but its sender is delivered.");
    static final Key<Integer> UNKNOWN_AGENCY = share(
            "unknown-agency",
            "Share of statuses after which the same is delivered for an agency outside the catalogue, unknown or retired.");
    static final Key<Integer> UNKNOWN_SENDER = share(
            "unknown-sender", "Share of documents after which one from an agency outside the catalogue is delivered.");
    static final Key<Integer> UNKNOWN_RECEIVER =
            share("unknown-receiver", "Share of documents to which a receiver outside the catalogue is added.");
    static final Key<Integer> OLD_CODE = share(
            "old-code",
            "Share of documents whose sender is written in the old code form. That of QCVN is still in use beside that of QĐ20 [S].");
    static final Key<Integer> IMPOSSIBLE_DUE =
            share("impossible-due", "Share of plain documents with a due date that no calendar has.");
    static final Key<Integer> STATUS_BEFORE_DOCUMENT =
            share("status-before-document", "Share of documents delivered after their first status.");
    static final Key<Integer> ANSWER_BEFORE_DOCUMENT =
            share("answer-before-document", "Share of questions delivered after their first answer.");
    static final Key<Integer> ORPHAN_ANSWER =
            share("orphan-answer", "Share of threads that hold an answer to a document that was never sent.");
    static final Key<Integer> ORPHAN_STATUS =
            share("orphan-status", "Share of threads with a status for a document that was never sent.");
    static final Key<Integer> REPEATED_STATUS =
            share("repeated-status", "Share of acceptances (03) reported a second time under another identity.");
    static final Key<Integer> LATE_REFUSAL = share(
            "late-refusal",
            "Share of acceptances (03) after which the receiver refuses (02); one in a hundred refusals comes so anyway.");
    static final Key<Integer> RECALL_CROSSING = share(
            "recall-crossing",
            "Share of answers to a question on their way when it is asked back (13): the receiver, having answered, refuses (16).");

    static final Section OUTAGE = new Section();
    static final Key<Integer> OUTAGE_AGENCY = OUTAGE.derived(
            "agency",
            Scalars.level1Agency(),
            "any",
            "Whose events are held back: those of an agency and all below it.");
    static final Key<Tier> OUTAGE_TIER = OUTAGE.derived(
            "tier",
            Scalars.oneOf(List.of(Tier.values()), TrafficKeys::kebab),
            "any",
            "Whose events are held back: those of all agencies of a tier.");
    static final Key<Disturbances.Part> OUTAGE_SOURCE = OUTAGE.derived(
            "source",
            Scalars.part(),
            "any",
            "Whose events are held back: those of the threads that source k of n would own, however many sources produce.");
    static final Key<LocalDate> OUTAGE_FROM = OUTAGE.required("from", Scalars.date(), "First day.");
    static final Key<LocalDate> OUTAGE_TO =
            OUTAGE.required("to", Scalars.date(), "Last day. What was held back is delivered when it is over.");
    static final Key<List<Values>> OUTAGES = DISTURBANCES.optional(
            "outages",
            new Sequence<>(OUTAGE, TimeKeys.MOST_STRETCHES),
            "[]",
            "Times, inside the period, in which the channel holds back what it is given; nobody named: everything.");

    static final Section CLOCK = new Section();
    static final Key<Integer> CLOCK_AGENCY = CLOCK.required(
            "agency",
            Scalars.level1Agency(),
            "Whose clock is wrong, in the new or the old form; all below it share it.");
    static final Key<LocalDate> CLOCK_FROM = CLOCK.required("from", Scalars.date(), "First day.");
    static final Key<LocalDate> CLOCK_TO = CLOCK.required("to", Scalars.date(), "Last day.");
    static final Key<Integer> CLOCK_AHEAD = CLOCK.optional(
            "ahead", Scalars.duration("0s", "60d"), "0s", "By how much it is ahead. Give one of `ahead` and `behind`.");
    static final Key<Integer> CLOCK_BEHIND =
            CLOCK.optional("behind", Scalars.duration("0s", "60d"), "0s", "By how much it is behind.");
    static final Key<List<Values>> CLOCKS = DISTURBANCES.optional(
            "clocks",
            new Sequence<>(CLOCK, TimeKeys.MOST_STRETCHES),
            "[]",
            "Agencies whose clocks are wrong for a time, inside the period: what they send, sign and report bears wrong times, and those decide.");

    static final Key<Integer> DRAIN = DISTURBANCES.optional(
            "drain",
            Scalars.duration("0s", "60d"),
            "2d",
            "How long after the period the channel still delivers; what would come later comes at the end of it. [A]");

    private DisturbanceKeys() {}

    private static Key<Integer> share(String name, String meaning) {
        return DISTURBANCES.optional(name, Scalars.share(), "0", meaning);
    }
}
