package io.docaxis.monitor.health;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * When a log ended where, as our looks found it: enough to say between which two instants an offset was reached. Looks that found
 * the same end are one entry. There are at most {@value #MOST} entries, and the further back, the sparser: one is given up where
 * that widens what is known least, in proportion to how long ago it was. What is left stays true. Time is that of a clock that never
 * goes back, milliseconds. One thread at a time; 24 bytes an entry.
 */
public final class EndHistory {

    static final int MOST = 128;

    private static final int FIRST_ENTRIES = 4;

    private long[] ends = new long[FIRST_ENTRIES];
    /** By when the first look that found this end had been answered. */
    private long[] foundMs = new long[FIRST_ENTRIES];
    /** When the last look that found it was asked for. */
    private long[] lastAskedMs = new long[FIRST_ENTRIES];

    private int size;

    /** What a look found. A look of before the newest one says nothing new; a later one with less is of another log, and begins anew. */
    public void look(LookTime time, long start, long end) {
        if (size > 0 && end <= ends[size - 1]) {
            if (end == ends[size - 1]) {
                lastAskedMs[size - 1] = Math.max(lastAskedMs[size - 1], time.askedMs());
                return;
            }
            if (time.askedMs() < foundMs[size - 1]) {
                return;
            }
            size = 0;
        }
        forgetBefore(start);
        if (size == MOST) {
            remove(leastMissed(time.answeredMs()));
        }
        if (size == ends.length) {
            grow();
        }
        ends[size] = end;
        foundMs[size] = time.answeredMs();
        lastAskedMs[size] = time.askedMs();
        size++;
    }

    /** After which instant an offset was reached; empty: it was there at the first look. */
    OptionalLong reachedAfterMs(long offset) {
        int first = firstBeyond(offset);
        return first == 0 ? OptionalLong.empty() : OptionalLong.of(lastAskedMs[first - 1]);
    }

    /** Until which instant at the latest an offset was reached; empty: it was not. */
    OptionalLong reachedUntilMs(long offset) {
        int first = firstBeyond(offset);
        return first == size ? OptionalLong.empty() : OptionalLong.of(foundMs[first]);
    }

    /** The first entry whose end is after an offset. */
    private int firstBeyond(long offset) {
        int place = Arrays.binarySearch(ends, 0, size, offset);
        return place >= 0 ? place + 1 : -place - 1;
    }

    /** Of the entries at or before the log's start only the last says anything. */
    private void forgetBefore(long start) {
        int useless = firstBeyond(start) - 1;
        if (useless > 0) {
            size -= useless;
            System.arraycopy(ends, useless, ends, 0, size);
            System.arraycopy(foundMs, useless, foundMs, 0, size);
            System.arraycopy(lastAskedMs, useless, lastAskedMs, 0, size);
        }
    }

    /** Never the first, without which the oldest offsets have no bound, nor the last, which says when the newest one was there. */
    private int leastMissed(long nowMs) {
        int least = 1;
        double leastWidth = Double.MAX_VALUE;
        for (int i = 1; i < size - 1; i++) {
            double width = (double) (foundMs[i + 1] - lastAskedMs[i - 1]) / (nowMs - foundMs[i] + 1);
            if (width < leastWidth) {
                leastWidth = width;
                least = i;
            }
        }
        return least;
    }

    private void remove(int entry) {
        int after = size - entry - 1;
        System.arraycopy(ends, entry + 1, ends, entry, after);
        System.arraycopy(foundMs, entry + 1, foundMs, entry, after);
        System.arraycopy(lastAskedMs, entry + 1, lastAskedMs, entry, after);
        size--;
    }

    private void grow() {
        int length = Math.min(MOST, 2 * size);
        ends = Arrays.copyOf(ends, length);
        foundMs = Arrays.copyOf(foundMs, length);
        lastAskedMs = Arrays.copyOf(lastAskedMs, length);
    }
}
