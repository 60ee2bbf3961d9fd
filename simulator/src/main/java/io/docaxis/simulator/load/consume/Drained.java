package io.docaxis.simulator.load.consume;

import java.util.OptionalLong;

/**
 * Whether a consumer has read what a load has sent.
 *
 * @param words how it stands, for people: a part of a sentence, with figures
 * @param tookNs from the last acknowledgement to where all was read; less than 0 where that was before; empty: it was not, or unknown
 * @param boundNs by so much less it may have taken, for nobody looked in between; empty: unknown
 */
public record Drained(State state, String words, OptionalLong tookNs, OptionalLong boundNs) {

    /** What may be waited for. */
    public enum State {
        /** It reads, or has not had the time to show that it does not. */
        READING,
        /** It has read all of it. */
        DRAINED,
        /** There is something to read, and it does not get on: nobody should wait for it. */
        STANDS_STILL
    }

    static Drained reading(String words) {
        return new Drained(State.READING, words, OptionalLong.empty(), OptionalLong.empty());
    }

    static Drained standing(String words) {
        return new Drained(State.STANDS_STILL, words, OptionalLong.empty(), OptionalLong.empty());
    }

    static Drained after(long tookNs, long boundNs, String words) {
        return new Drained(State.DRAINED, words, OptionalLong.of(tookNs), OptionalLong.of(boundNs));
    }
}
