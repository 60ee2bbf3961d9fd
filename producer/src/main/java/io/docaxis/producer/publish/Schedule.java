package io.docaxis.producer.publish;

/**
 * When each record of a paced source is due: at a speed from an anchor on, an instant of the wall clock that stands for one of
 * simulated time. Pure.
 */
record Schedule(Speed speed, long anchoredAtMs, long anchoredAt) {

    /** Of a source that begins: its period starts now. */
    static Schedule from(Speed speed, long nowMs, long startsAt) {
        return new Schedule(speed, nowMs, startsAt);
    }

    /**
     * Of a source that goes on: its clock goes on where it stopped. What the log lost after that is due at once.
     *
     * @param stoppedAt how far the source's clock had come, by what the log has of it
     * @param nextAt when the first record that is not in the log is to be delivered, simulated time
     */
    static Schedule resumed(Speed speed, long nowMs, long stoppedAt, long nextAt) {
        return new Schedule(speed, nowMs, Math.min(stoppedAt, nextAt));
    }

    /** The instant at which a record is wanted in the log. */
    long dueAtMs(long emittedAt) {
        return anchoredAtMs + speed.wallMs(emittedAt - anchoredAt);
    }

    /** Simulated time at an instant. */
    long simulatedAt(long nowMs) {
        return anchoredAt + speed.simulatedS(nowMs - anchoredAtMs);
    }
}
