package io.docaxis.monitor.inquiry;

import io.docaxis.common.tally.proto.Window;
import io.docaxis.monitor.figures.SilentSpell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * What was noticed in a run, held against what was planted in it. Pure.
 *
 * @param ofSilences by index of the silence: the window that explains it; empty: none does
 * @param falseAlarms silences, and clocks, that no window explains
 * @param missed silences and wrong clocks that were planted, are over and were never noticed; empty: not known
 */
record TruthFindings(List<OptionalInt> ofSilences, List<Clock> clocks, int falseAlarms, OptionalInt missed) {

    /**
     * Days on which an agency's clock was doubtful.
     *
     * @param agency its number
     * @param window that explains them; empty: none does
     */
    record Clock(int agency, List<Integer> days, OptionalInt window) {}

    /**
     * What is known of a run beside that.
     *
     * @param watermark up to which it is known
     * @param beginAt nothing of it is before
     * @param lookedSince watermark from which on silences were looked for: who was silent before, nobody knows
     */
    record Known(OptionalLong watermark, long beginAt, OptionalLong lookedSince) {}

    /** @param doubtful by agency, the days on which its clock was */
    static TruthFindings of(
            WindowMatch planted, List<SilentSpell> silences, SortedMap<Integer, List<Integer>> doubtful, Known known) {
        List<OptionalInt> ofSilences = silences.stream().map(planted::ofSilence).toList();
        List<Clock> clocks = new ArrayList<>();
        doubtful.forEach((agency, days) -> clocks.addAll(clocks(planted, agency, days)));
        long unexplained = ofSilences.stream().filter(OptionalInt::isEmpty).count()
                + clocks.stream().filter(clock -> clock.window().isEmpty()).count();
        return new TruthFindings(ofSilences, clocks, (int) unexplained, missed(planted, silences, doubtful, known));
    }

    /** One for each window that explains some of the days, and one for those that none does. */
    private static List<Clock> clocks(WindowMatch planted, int agency, List<Integer> days) {
        Map<OptionalInt, List<Integer>> byWindow = new LinkedHashMap<>();
        days.forEach(day -> byWindow.computeIfAbsent(planted.ofClock(agency, day), first -> new ArrayList<>())
                .add(day));
        return byWindow.entrySet().stream()
                .map(found -> new Clock(agency, List.copyOf(found.getValue()), found.getKey()))
                .toList();
    }

    private static OptionalInt missed(
            WindowMatch planted, List<SilentSpell> silences, SortedMap<Integer, List<Integer>> doubtful, Known known) {
        if (known.watermark().isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) IntStream.range(0, planted.windows().size())
                .filter(window -> couldBeNoticed(planted.windows().get(window), known))
                .filter(window -> silences.stream().noneMatch(spell -> planted.isNoticedBySilence(window, spell)))
                .filter(window -> doubtful.entrySet().stream()
                        .noneMatch(clock -> clock.getValue().stream()
                                .anyMatch(day -> planted.isNoticedByClock(window, clock.getKey(), day))))
                .count());
    }

    /** Nobody claims to notice outages; and what is not over may be noticed yet. */
    private static boolean couldBeNoticed(Window window, Known known) {
        boolean isOver = window.getUntilAt() <= known.watermark().getAsLong() && window.getUntilAt() > known.beginAt();
        return switch (window.getKind()) {
            case CLOCK -> isOver;
            case SILENCE ->
                isOver
                        && known.lookedSince().isPresent()
                        && window.getUntilAt() > known.lookedSince().getAsLong();
            default -> false;
        };
    }
}
