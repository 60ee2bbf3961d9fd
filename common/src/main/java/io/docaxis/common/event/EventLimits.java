package io.docaxis.common.event;

/** The highest values that an event may have; with more it is malformed. */
public final class EventLimits {

    /** Highest number of a source. */
    static final int MAX_SOURCE = 0xFFFF;
    /** Highest event ordinal of a thread. */
    public static final int MAX_ORDINAL = 0xFFFF;
    /** Highest document number in a thread. */
    public static final int MAX_DOCUMENT = 0x3FF;
    /** Highest thread number that can be written: 34 bits, and above them two of its {@link CaseKind}. */
    static final long MAX_THREAD = (1L << 36) - 1;
    /** Most microseconds beyond a time in milliseconds. */
    static final int MAX_MICROS = 999;
    /** Latest time that can be written: far beyond any calendar. */
    public static final long MAX_TIME = (1L << 38) - 1;

    private EventLimits() {}
}
