package io.docaxis.producer.fastsend;

/**
 * How much of an event's lateness is the sending thread's own making, by Lindley's recursion on its own work: had Kafka's client never
 * made it wait, when would it have given the event? If it had nothing to do before, it woke up late by what it is late. Else it gives an
 * event when it is wanted, or when its work since the one before is done, whichever is later. So what waits for room in the client's
 * buffer is late, and not by its own making; nor is what is given late because of that, as far as the work keeps up. Not thread-safe.
 */
final class ScheduleSlip {

    private boolean begun;
    private boolean waits;
    /** For how long the client had made the thread wait in all, when it began to wait for the next event. */
    private long blockedAtWaitNs;

    private long lastGivenAtNs;
    private long lastBlockedNs;
    /** When it would have given the last event. */
    private long lastAtNs;

    /**
     * The thread has nothing to do until the next event is wanted.
     *
     * @param blockedNs for how long Kafka's client has made it wait, since it began
     */
    void waits(long blockedNs) {
        if (!waits) {
            waits = true;
            blockedAtWaitNs = blockedNs;
        }
    }

    /** An event is given to Kafka's client, not before it is wanted: by how much that is late by the thread's own making. */
    long given(long intendedAtNs, long givenAtNs, long blockedNs) {
        long atNs;
        if (waits) {
            atNs = givenAtNs - (blockedNs - blockedAtWaitNs);
        } else if (begun) {
            atNs = lastAtNs + (givenAtNs - lastGivenAtNs) - (blockedNs - lastBlockedNs);
        } else {
            atNs = givenAtNs;
        }
        begun = true;
        waits = false;
        lastGivenAtNs = givenAtNs;
        lastBlockedNs = blockedNs;
        lastAtNs = Math.max(intendedAtNs, atNs);
        return lastAtNs - intendedAtNs;
    }
}
