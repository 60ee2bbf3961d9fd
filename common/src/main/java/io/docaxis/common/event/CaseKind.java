package io.docaxis.common.event;

import io.docaxis.common.hash.BitField;

/**
 * What a thread is a case of: two bits of its number, above the 34 that tell it from others of its kind. The ordinal is part of threads'
 * numbers and of cells' keys: append only.
 */
public enum CaseKind {
    /** A document, and all that answers, recalls or updates it. */
    DOCUMENT;

    /** Where it stands in a thread's number. */
    static final BitField IN_THREAD = BitField.of(values(), 34, 2);

    private static final int COUNT = values().length;

    /** Whether a number can be that of a thread of a kind that this version knows. */
    public static boolean knows(long thread) {
        // whatever is above the kind makes it one of none, a sign too
        return thread >>> IN_THREAD.shift() < COUNT;
    }

    /**
     * A thread's number, before it is packed.
     *
     * @throws IllegalArgumentException if there is no such thread
     */
    public static long require(long thread) {
        if (!knows(thread)) {
            throw refused(thread);
        }
        return thread;
    }

    /** A method of its own, as in {@link BitField}. */
    private static IllegalArgumentException refused(long thread) {
        long most = ((long) COUNT << IN_THREAD.shift()) - 1;
        return new IllegalArgumentException(
                "thread " + thread + ": want 0 to " + most + ", 34 bits and its kind of case");
    }
}
