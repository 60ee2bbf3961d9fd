package io.docaxis.producer.schedule;

/**
 * The number of an event drives the wall clock: the events of one source of a load, from an instant on, whatever simulated time they have.
 * Each is asked for once, in order, as {@link ArrivalPositions} has it; not thread-safe.
 */
public final class RateSchedule implements Schedule {

    /** No instant: the duration is over before the event is wanted. */
    public static final long NOT_DUE = Long.MAX_VALUE;

    private final LoadCurve curve;
    private final ArrivalPositions positions;
    private final long startsAtNs;

    /** @param source from 0, of so many */
    RateSchedule(LoadCurve curve, Arrivals arrivals, int source, int sources, long startsAtNs) {
        this.curve = curve;
        this.startsAtNs = startsAtNs;
        positions = arrivals.of(source, sources);
    }

    /** Here {@link #NOT_DUE}, too. */
    @Override
    public long intendedAtNs(long number, long emittedAt, int place, int places) {
        return intendedAtNs(number);
    }

    /** When an event of the source is wanted, or {@link #NOT_DUE}. */
    public long intendedAtNs(long number) {
        double event = positions.at(number);
        return curve.isDue(event) ? startsAtNs + curve.instantNs(event) : NOT_DUE;
    }

    /** Nothing: simulated time follows what is sent. */
    @Override
    public long simulatedAt(long nowNs) {
        return Long.MIN_VALUE;
    }

    /** When the duration is over. */
    public long endsAtNs() {
        return startsAtNs + curve.durationNs();
    }

    /** How many events of the source are wanted before an instant, which is not before the one asked for last. */
    public long dueBefore(long nowNs) {
        return positions.before(Math.min(curve.eventsBefore(nowNs - startsAtNs), curve.lastDue()));
    }
}
