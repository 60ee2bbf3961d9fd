package io.docaxis.monitor.health;

/** How a consumer group does: the first of these that holds, in this order. {@code docs/lag.md} has their rules. */
public enum Health {
    /** Too little was learnt to say anything else. */
    UNKNOWN,
    /** Records are deleted before it reads them, or are about to be. */
    LOSING,
    /** A commit went back: records are read again. */
    REWOUND,
    /** An open transaction keeps records from it. */
    BLOCKED,
    /** It was at work not long ago, has something to read, and nobody reads. */
    STOPPED,
    /** The same, for longer than anybody waits. */
    ABANDONED,
    /** It has members and something to read, and does not get on. */
    STALLED,
    /** It reads, and the age of what it has not read grows. */
    FALLING_BEHIND,
    /** It is behind, and the age of what it has not read shrinks. */
    CATCHING_UP,
    /** Nothing to read, and nothing comes. */
    IDLE,
    /** It reads what comes. */
    OK,
    /** Too few looks yet to say that it is well. */
    LEARNING;

    /** Whether somebody should look at it: such a finding about one partition stands, whatever is unknown of others. */
    public boolean isTrouble() {
        return switch (this) {
            case LOSING, REWOUND, BLOCKED, STOPPED, STALLED, FALLING_BEHIND -> true;
            case UNKNOWN, ABANDONED, CATCHING_UP, IDLE, OK, LEARNING -> false;
        };
    }
}
