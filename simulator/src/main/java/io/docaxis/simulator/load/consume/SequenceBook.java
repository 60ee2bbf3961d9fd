package io.docaxis.simulator.load.consume;

import java.util.Map;
import java.util.TreeMap;

/**
 * The sequences of one source in one partition: which never came, came twice, or came late. Gaps are kept as ranges, up to a bound;
 * beyond it the lowest stays missing for good, and what comes for it later counts as a duplicate. Not thread-safe.
 */
final class SequenceBook {

    private static final int MOST_GAPS = 10_000;

    /** Of what never came: first to last. */
    private final TreeMap<Long, Long> gaps = new TreeMap<>();

    private long highest;
    private long missing;
    private long duplicates;
    private long late;

    /** @param sequence from 1 */
    void take(long sequence) {
        if (sequence > highest) {
            takeUpTo(sequence - 1);
            highest = sequence;
        } else if (fill(sequence)) {
            missing--;
            late++;
        } else {
            duplicates++;
        }
    }

    /** All up to this one were given. */
    void takeUpTo(long last) {
        if (last > highest) {
            gaps.put(highest + 1, last);
            missing += last - highest;
            highest = last;
            if (gaps.size() > MOST_GAPS) {
                gaps.pollFirstEntry();
            }
        }
    }

    private boolean fill(long sequence) {
        Map.Entry<Long, Long> gap = gaps.floorEntry(sequence);
        if (gap == null || gap.getValue() < sequence) {
            return false;
        }
        gaps.remove(gap.getKey());
        if (gap.getKey() < sequence) {
            gaps.put(gap.getKey(), sequence - 1);
        }
        if (sequence < gap.getValue()) {
            gaps.put(sequence + 1, gap.getValue());
        }
        return true;
    }

    /** Sequences that were given, or must have been, and did not come. */
    long missing() {
        return missing;
    }

    /** Records whose sequence had come before. */
    long duplicates() {
        return duplicates;
    }

    /** Records that came after one with a higher sequence. */
    long late() {
        return late;
    }
}
