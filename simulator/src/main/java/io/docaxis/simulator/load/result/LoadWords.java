package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.judge.Amounts;
import io.docaxis.simulator.load.judge.Ruling;
import io.docaxis.simulator.load.measure.EventCount;
import io.docaxis.simulator.load.measure.Measured;
import io.docaxis.simulator.report.Page;
import io.docaxis.simulator.report.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Sentences about a load that its text and its page have alike. */
final class LoadWords {

    private LoadWords() {}

    /** The verdict in a sentence. */
    static String verdict(LoadResult result) {
        List<String> broken = result.rulings().stream()
                .filter(ruling -> !ruling.isHeld())
                .map(Ruling::requirement)
                .toList();
        return switch (result.verdict()) {
            case INTERRUPTED -> "INTERRUPTED: stopped before its time; what is here is true of the time until then";
            case ENVIRONMENT ->
                "ENVIRONMENT: " + result.end().environment().orElse("the cluster was not as it has to be");
            case DIFFERS -> "DIFFERS: the consumers concluded something else than was true";
            case INVALID -> "INVALID: the measurements say nothing, good or bad";
            case BROKEN -> "BROKEN: " + String.join(", ", broken);
            case INCOMPLETE -> "INCOMPLETE: what the consumers concluded is not proved";
            case HELD -> "HELD: every requirement is held" + allowed(result);
        };
    }

    private static String allowed(LoadResult result) {
        return result.validity().isValid() ? "" : ", by measurements that are invalid and were allowed to be";
    }

    static String proof(LoadResult result) {
        return "proof: " + result.proof().finding().label().replace('_', ' ');
    }

    static String about(LoadResult result) {
        LoadAsked asked = result.asked();
        Measured measured = result.measured();
        return String.format(
                Locale.ROOT,
                "%s, seed %d%s; measured for %.1f s after %.1f s of warm-up",
                asked.scenario(),
                asked.seed(),
                asked.ofShards() == 1 ? "" : ", shards " + asked.shards() + " of " + asked.ofShards(),
                measured.stretch().measuredSeconds(),
                measured.stretch().warmUpSeconds());
    }

    static List<String> books(LoadBooks books) {
        return List.of(
                "offered " + count(books.offered()) + " = acknowledged " + count(books.acknowledged()) + " + failed "
                        + count(books.failed()) + " + unknown " + count(books.unknown()),
                "withheld, not due any more at the end: " + count(books.withheld()));
    }

    static String finding(Ruling ruling) {
        return switch (ruling.finding()) {
            case HELD -> Page.HELD;
            case BROKEN -> Page.BROKEN;
            case UNKNOWN -> Page.UNKNOWN;
        };
    }

    static String measured(Ruling ruling) {
        return ruling.finding() == Ruling.State.UNKNOWN ? "not measured" : "measured " + ruling.measured();
    }

    /** Rates in events a second, by what is counted; the intended one first. */
    static String rate(Measured measured, EventCount what) {
        OptionalDouble rate = measured.perSecond(what);
        return rate.isPresent() ? Wording.number(Math.round(rate.getAsDouble())) : "unknown";
    }

    /** Of what was intended, in percent. */
    static String share(Measured measured, EventCount what) {
        OptionalDouble intended = measured.perSecond(EventCount.DUE);
        OptionalDouble rate = measured.perSecond(what);
        return intended.isPresent() && intended.getAsDouble() > 0 && rate.isPresent()
                ? String.format(Locale.ROOT, "%.2f %%", 100 * rate.getAsDouble() / intended.getAsDouble())
                : "–";
    }

    static List<String> delivery(LoadResult result) {
        LoadDelivery delivery = result.delivery();
        List<String> lines = new ArrayList<>();
        lines.add("lost " + count(delivery.lost()) + ", duplicates " + count(delivery.duplicates()) + ", out of order "
                + count(delivery.outOfOrder()));
        lines.add("late obligations " + count(delivery.lateObligations()));
        result.group().ifPresent(group -> {
            lines.add("group " + group.name() + ": lag at the end " + count(group.lagRecords()) + " records, "
                    + seconds(group.lagSeconds()) + "; " + drained(group.drainSeconds()));
            if (!group.remark().isEmpty()) {
                lines.add(group.remark());
            }
        });
        return lines;
    }

    /** Of each part: processors busy, and the most memory; empty where nothing is known. */
    static List<String> usage(LoadResult result) {
        List<String> lines = new ArrayList<>();
        result.usage().whole().ifPresent(usage -> {
            usage.cpuSeconds().forEach((role, cpu) -> {
                Optional<Long> peak = Optional.ofNullable(usage.peakBytes().get(role));
                lines.add(role + ": "
                        + (usage.seconds() > 0
                                ? String.format(Locale.ROOT, "%.2f processors", cpu / usage.seconds())
                                : "unknown")
                        + ", peak memory " + peak.map(Wording::mebibytes).orElse("unknown"));
            });
            lines.add("others: "
                    + (usage.others().isPresent()
                            ? Amounts.percent(usage.others().getAsDouble()) + " of the machine"
                            : "unknown"));
        });
        return lines;
    }

    private static String drained(OptionalDouble seconds) {
        if (seconds.isEmpty()) {
            return "not known to be drained";
        }
        return seconds.getAsDouble() <= 0
                ? "drained with the last acknowledgement"
                : "drained " + seconds(seconds) + " after the last acknowledgement";
    }

    static String count(OptionalLong count) {
        return count.isPresent() ? Amounts.count(count.getAsLong()) : "unknown";
    }

    private static String seconds(OptionalDouble seconds) {
        return seconds.isPresent() ? String.format(Locale.ROOT, "%.1f s", seconds.getAsDouble()) : "unknown";
    }
}
