package io.docaxis.monitor.inquiry;

import io.docaxis.common.tally.Counter;
import io.docaxis.monitor.figures.TallySnapshot;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What a run's channel and agencies do wrong on purpose, as the ledger counts it, and what consumers count that comes of it. */
final class PlantedTraces {

    private static final String PLANTED = "planted_";

    /** What it leaves; what is not here leaves nothing by which it could be recognised. */
    private static final Map<Counter, Counter> LEAVES = new EnumMap<>(Map.ofEntries(
            Map.entry(Counter.PLANTED_DUPLICATE, Counter.DUPLICATE),
            Map.entry(Counter.PLANTED_DELAY, Counter.DELAYED),
            Map.entry(Counter.PLANTED_DROP, Counter.MISSING),
            Map.entry(Counter.PLANTED_CLOCK, Counter.AHEAD),
            Map.entry(Counter.PLANTED_CORRUPT, Counter.DEAD_LETTER_CHECKSUM),
            Map.entry(Counter.PLANTED_GARBAGE, Counter.DEAD_LETTER_MALFORMED),
            Map.entry(Counter.PLANTED_UNKNOWN_KIND, Counter.DEAD_LETTER_UNKNOWN_KIND),
            Map.entry(Counter.PLANTED_NO_RECEIVER, Counter.DEAD_LETTER_NO_RECEIVER),
            Map.entry(Counter.PLANTED_UNKNOWN_SENDER, Counter.REJECTED_UNKNOWN_SENDER),
            Map.entry(Counter.PLANTED_UNKNOWN_RECEIVER, Counter.RECEIVER_UNKNOWN),
            Map.entry(Counter.PLANTED_UNKNOWN_AGENCY, Counter.REJECTED_UNKNOWN_AGENCY),
            Map.entry(Counter.PLANTED_ORPHAN_ANSWER, Counter.ANSWER_UNMATCHED),
            Map.entry(Counter.PLANTED_ORPHAN_STATUS, Counter.UNMATCHED),
            Map.entry(Counter.PLANTED_STATUS_BEFORE_DOCUMENT, Counter.STATUS_BEFORE_DOCUMENT),
            Map.entry(Counter.PLANTED_REPEATED_STATUS, Counter.REPEATED),
            Map.entry(Counter.PLANTED_LATE_REFUSAL, Counter.REFUSED_AFTER_ACCEPTANCE)));

    private static final Counter[] DEAD_LETTERS = {
        Counter.DEAD_LETTER_MALFORMED,
        Counter.DEAD_LETTER_CHECKSUM,
        Counter.DEAD_LETTER_UNKNOWN_KIND,
        Counter.DEAD_LETTER_NO_RECEIVER,
        Counter.DEAD_LETTER_STRAY
    };

    private PlantedTraces() {}

    static void putPlanted(ObjectNode node, TallySnapshot ledger) {
        for (Counter counter : Counter.values()) {
            if (counter.kind() == Counter.Kind.PLANTED) {
                node.put(label(counter), ledger.count(counter));
            }
        }
    }

    /** Under the same names; null: nothing can be recognised. */
    static void putDetected(ObjectNode node, TallySnapshot tally) {
        for (Counter counter : Counter.values()) {
            if (counter.kind() == Counter.Kind.PLANTED) {
                Counter left = LEAVES.get(counter);
                node.put(label(counter), left == null ? null : (Long) tally.count(left));
            }
        }
        long dead = 0;
        for (Counter counter : DEAD_LETTERS) {
            dead += tally.count(counter);
        }
        node.put("dead_letters", dead);
    }

    private static String label(Counter planted) {
        return planted.label().substring(PLANTED.length());
    }
}
