package io.docaxis.producer.plan;

/**
 * How far a source has come in its deliveries, which are in the order of second and thread: those before are delivered, the others are not.
 *
 * @param at the second of the first that is not
 * @param thread of the first that is not
 * @param place how many of the same second and thread are before it
 */
public record Cut(long at, long thread, int place) {

    /** After everything. */
    public static final Cut NONE = new Cut(Long.MAX_VALUE, 0, 0);

    /** @throws IllegalArgumentException if anything is below 0 */
    public Cut {
        if (at < 0 || thread < 0 || place < 0) {
            throw new IllegalArgumentException(
                    "cut at " + at + ", thread " + thread + ", place " + place + ": want 0 or more");
        }
    }

    /** Whether deliveries of a second and thread are on both sides of it, or may be. */
    public boolean isWithin(long emittedAt, long itsThread) {
        return emittedAt == at && itsThread == thread;
    }

    /** Whether a delivery is before it. */
    public boolean isAfter(long emittedAt, long itsThread, int itsPlace) {
        return emittedAt < at || emittedAt == at && (itsThread < thread || itsThread == thread && itsPlace < place);
    }
}
