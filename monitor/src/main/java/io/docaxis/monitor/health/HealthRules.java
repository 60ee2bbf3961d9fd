package io.docaxis.monitor.health;

import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rules about partitions, in the order in which they are tried. {@code docs/lag.md} has them in words. */
final class HealthRules {

    /** Looks for which a loss or a step back is news. */
    static final int NEWS = 20;

    /** What a commit may stand before its rhythm is known. */
    static final long UNKNOWN_RHYTHM_MS = 600_000;
    /** A loss so near is one, though a group that stands will drain never, whatever retention does. */
    static final double NEAR_LOSS_S = 3_600;

    static final List<Rule> ALL = List.of(
            new Rule(
                    Health.LOSING,
                    false,
                    at -> at.isLeft() ? 0 : at.partition().news().lostWithin(NEWS, at.number()),
                    at -> figures("lost_records", at.partition().news().lostWithin(NEWS, at.number())),
                    at -> Spans.count(at.partition().news().lostWithin(NEWS, at.number()), "record") + " of "
                            + at.partition().name() + " deleted unread; the group had committed "
                            + at.partition().position().commit().orElse(0) + ", the log begins at "
                            + at.partition().position().start(),
                    "Lengthen the topic's retention now, then find out why the group is so far behind; what was deleted cannot be"
                            + " read again."),
            new Rule(
                    Health.LOSING,
                    true,
                    HealthRules::nearLoss,
                    at -> {
                        SortedMap<String, Double> figures = figures("retention_seconds", at.retentionS());
                        at.partition().drain().seconds().ifPresent(seconds -> figures.put("drain_seconds", seconds));
                        return figures;
                    },
                    at -> "retention deletes the first unread record of "
                            + at.partition().name() + " in " + Spans.of(at.retentionS()) + ", and the group "
                            + (at.partition().drain().seconds().isPresent()
                                    ? "needs "
                                            + Spans.of(at.partition()
                                                    .drain()
                                                    .seconds()
                                                    .getAsDouble()) + " to read what is there"
                                    : "does not get there"),
                    "Lengthen the topic's retention now, or add consumers."),
            new Rule(
                    Health.REWOUND,
                    false,
                    at -> at.partition().news().wentBackWithin(NEWS, at.number()) ? Math.max(1, back(at)) : 0,
                    at -> figures("back_records", back(at)),
                    at -> "the commit of " + at.partition().name() + " went back from "
                            + at.partition().news().wentBackFrom() + "; it is at "
                            + at.partition().position().commit().orElse(0),
                    "Find out who reset the offsets, or which consumer committed after it had lost the partition; records are read"
                            + " again."),
            new Rule(
                    Health.BLOCKED,
                    false,
                    at -> at.partition().heldMs() >= CommitGaps.STOOD_MS
                            ? at.partition().heldMs()
                            : 0,
                    at -> {
                        SortedMap<String, Double> figures =
                                figures("held_seconds", at.partition().heldMs() / 1000.0);
                        at.partition()
                                .transaction()
                                .ifPresent(open -> figures.put("producer_id", (double) open.producerId()));
                        return figures;
                    },
                    at -> "an open transaction holds the stable offset of "
                            + at.partition().name() + " at "
                            + at.partition().position().readableEnd() + " for "
                            + Spans.of(at.partition().heldMs() / 1000.0) + ", at least, as observed"
                            + at.partition()
                                    .transaction()
                                    .map(open -> "; it is that of producer " + open.producerId())
                                    .orElse(""),
                    "Find the producer whose transaction is open and end it, or abort the transaction (kafka-transactions.sh abort)."),
            new Rule(
                    Health.STOPPED,
                    true,
                    at -> at.life().isRecent() ? left(at) : 0,
                    HealthRules::standing,
                    at -> stands(at) + " and its group has no members; it "
                            + at.life().how(),
                    "Start the consumers again; the last lines of their log say why they ended."),
            new Rule(
                    Health.ABANDONED,
                    true,
                    at -> at.life().isRecent() ? 0 : left(at),
                    HealthRules::standing,
                    at -> stands(at) + " and its group has no members; it "
                            + at.life().how(),
                    "Delete the group if nobody needs it."),
            new Rule(
                    Health.STALLED,
                    true,
                    at -> at.partition().hasGrownSince() && at.partition().hasStoodTooLong(UNKNOWN_RHYTHM_MS)
                            ? at.partition().stoodMs()
                            : 0,
                    HealthRules::standing,
                    at -> stands(at) + " while more came; "
                            + rhythm(at.partition().medianGapMs()),
                    "Look at the member that has this partition: a record that it cannot process, a call that does not return, or a"
                            + " rebalance without end."),
            new Rule(
                    Health.FALLING_BEHIND,
                    true,
                    at -> at.partition().slope().filter(AgeTrend.Slope::isUp).isPresent()
                            ? at.partition().ageMs()
                            : 0,
                    HealthRules::slope,
                    at -> trend(at, "grows"),
                    "Add consumers, up to one a partition, or find out what made them slower."),
            new Rule(
                    Health.CATCHING_UP,
                    true,
                    at -> at.partition().slope().filter(AgeTrend.Slope::isDown).isPresent()
                            ? at.partition().ageMs()
                            : 0,
                    HealthRules::slope,
                    at -> trend(at, "shrinks"),
                    "Wait; nothing has to be done."));

    private HealthRules() {}

    /** Whether retention comes before the group does. Where the time lag does not grow, it never comes. */
    private static double nearLoss(Situation at) {
        PartitionHistory partition = at.partition();
        boolean grows = partition.slope().filter(AgeTrend.Slope::isUp).isPresent()
                || partition.ageMs() > PartitionHistory.KEEPS_UP_MS && partition.hasStoodTooLong(UNKNOWN_RHYTHM_MS);
        if (!grows || at.isLeft()) {
            return 0;
        }
        Drain drain = partition.drain();
        double neededS = drain.never() ? NEAR_LOSS_S : drain.seconds().orElse(0);
        return at.retentionS() < neededS ? 1 / (1 + at.retentionS()) : 0;
    }

    private static double back(Situation at) {
        return at.partition().news().wentBackFrom()
                - at.partition().position().commit().orElse(0);
    }

    /** Left by everybody, with something to read. */
    private static double left(Situation at) {
        return at.isWithoutMembers()
                        && at.stoodMs() >= CommitGaps.STOOD_MS
                        && (at.partition().hasStoodTooLong(CommitGaps.STOOD_MS)
                                || at.life().withoutMs() >= CommitGaps.STOOD_MS
                                        && at.partition().hasStoodTooLongWhenLeft())
                ? at.partition().stoodMs()
                : 0;
    }

    private static String stands(Situation at) {
        return "the commit of " + at.partition().name() + " has stood at "
                + at.partition().position().commit().orElse(0) + " for "
                + Spans.of(at.partition().stoodMs() / 1000.0) + " with "
                + Spans.count(at.partition().position().readable(), "record") + " to read";
    }

    private static String rhythm(OptionalLong gapMs) {
        return gapMs.isPresent()
                ? "it moves every " + Spans.of(Math.max(1, gapMs.getAsLong() / 1000.0)) + " as a rule"
                : "it was never seen to move";
    }

    private static SortedMap<String, Double> standing(Situation at) {
        SortedMap<String, Double> figures =
                figures("stood_seconds", at.partition().stoodMs() / 1000.0);
        figures.put("readable_records", (double) at.partition().position().readable());
        at.partition().medianGapMs().ifPresent(gap -> figures.put("median_gap_seconds", gap / 1000.0));
        return figures;
    }

    private static SortedMap<String, Double> slope(Situation at) {
        SortedMap<String, Double> figures =
                figures("age_seconds", at.partition().ageMs() / 1000);
        at.partition().slope().ifPresent(slope -> {
            figures.put("slope_low", slope.low());
            figures.put("slope", slope.median());
            figures.put("slope_high", slope.high());
        });
        return figures;
    }

    private static String trend(Situation at, String does) {
        return at.partition()
                .slope()
                .map(slope -> "the first unread record of " + at.partition().name() + " is "
                        + Spans.of(at.partition().ageMs() / 1000) + " old, and that " + does + " by "
                        + Spans.number(Math.abs(slope.median())) + " s a second (95 %: "
                        + Spans.number(slope.low()) + " to " + Spans.number(slope.high()) + ")")
                .orElse("");
    }

    private static SortedMap<String, Double> figures(String name, double value) {
        SortedMap<String, Double> figures = new TreeMap<>();
        figures.put(name, value);
        return figures;
    }
}
