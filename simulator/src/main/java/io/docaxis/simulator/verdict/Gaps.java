package io.docaxis.simulator.verdict;

import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SendBooks;
import java.util.ArrayList;
import java.util.List;

/** Why two sides cannot be held against each other: something is not final, was not sent, or belongs to another run. */
final class Gaps {

    private Gaps() {}

    static List<String> between(Statement ledger, Statement tally) {
        List<String> gaps = new ArrayList<>();
        if (ledger.headers().isEmpty() && !tally.headers().isEmpty()) {
            gaps.add("ledger: there is none of " + run(tally.about().orElseThrow())
                    + ", and only what has a plan has a verdict");
        }
        for (Statement side : List.of(ledger, tally)) {
            Parts.unfinished(side.headers()).forEach(gap -> gaps.add(side.name() + ": " + gap));
            side.problems().forEach(problem -> gaps.add(side.name() + ": " + problem));
        }
        ledger.headers().forEach((source, header) -> unsent(source, header, gaps));
        otherEnds(ledger, gaps);
        tally.headers().forEach((partition, header) -> {
            if (header.getEnded() && !header.getComplete()) {
                gaps.add("tally: partition " + partition + ": a source said that it could not send everything");
            }
        });
        if (!ledger.headers().isEmpty() && !tally.headers().isEmpty()) {
            otherRun(ledger, tally, gaps);
            otherPartitions(ledger, tally, gaps);
        }
        return gaps;
    }

    private static void unsent(int source, PartHeader header, List<String> gaps) {
        SendBooks books = header.getBooks();
        if (books.getFailed() > 0 || books.getUnknown() > 0) {
            gaps.add("ledger: source " + source + ": " + books.getFailed() + " sends failed, of " + books.getUnknown()
                    + " nobody knows");
        } else if (header.getEnded() && !header.getComplete()) {
            gaps.add("ledger: source " + source + " says that it could not send everything");
        }
    }

    /** Judged by different instants, the parts are no whole. */
    private static void otherEnds(Statement ledger, List<String> gaps) {
        ledger.about()
                .ifPresent(first -> ledger.headers().forEach((source, header) -> {
                    if (header.getEndsAt() != first.getEndsAt()) {
                        gaps.add("ledger: source " + source + " ends at " + header.getEndsAt() + ", the first at "
                                + first.getEndsAt()
                                + ", seconds since 1970: every shard of a run wants the same --until");
                    }
                }));
    }

    private static void otherRun(Statement ledger, Statement tally, List<String> gaps) {
        String expected = run(ledger.about().orElseThrow());
        ledger.headers().forEach((part, header) -> sameRun("ledger: source " + part, header, expected, gaps));
        tally.headers().forEach((part, header) -> sameRun("tally: partition " + part, header, expected, gaps));
    }

    private static void sameRun(String who, PartHeader header, String expected, List<String> gaps) {
        String found = run(header);
        if (!found.equals(expected)) {
            gaps.add(who + " belongs to " + found + ", not to " + expected);
        }
    }

    /** Where the events topic has grown, what was sent to it later is in no order with what was sent before. */
    private static void otherPartitions(Statement ledger, Statement tally, List<String> gaps) {
        int parts = tally.about().orElseThrow().getParts();
        ledger.headers().forEach((source, header) -> {
            if (header.getEventsPartitions() != 0 && header.getEventsPartitions() != parts) {
                gaps.add("ledger: source " + source + " began with " + header.getEventsPartitions()
                        + " partitions of events, the consumers read " + parts);
            }
        });
    }

    private static String run(PartHeader header) {
        return "run " + header.getRunId() + " of " + header.getScenario() + ", seed " + header.getSeed();
    }
}
