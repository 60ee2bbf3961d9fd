package io.docaxis.producer.schedule;

/**
 * The wanted rate of a load by time since its start: straight lines over equal shares of the duration. How many events are due until an
 * instant is its integral; when event m is due is the exact inverse of that, worked out anew for each m. So no error adds up: of a billion
 * events each is wanted within a microsecond of where it should be, and none before the one before it. Immutable; an instant costs some
 * tens of nanoseconds.
 */
public final class LoadCurve {

    private static final double NS = 1e9;
    /** Of an event: what is wanted that close to the end is not due any more. It is more than the sum of events can be wrong by. */
    private static final double CLOSE = 1e-6;

    private static final long MOST_EVENTS = 1_000_000_000_000L;

    private final long durationNs;
    /** By share: events a second at its start, and at its end. */
    private final double[] from;

    private final double[] to;
    /** Events before each share, and all at the end. */
    private final double[] before;

    private final double shareS;

    /**
     * @param from by share: events a second at its start
     * @param to and at its end
     * @throws IllegalArgumentException if nothing is due, or too much
     */
    LoadCurve(long durationNs, double[] from, double[] to) {
        if (durationNs <= 0) {
            throw new IllegalArgumentException("duration of a load " + durationNs + " ns: want 1 or more");
        }
        this.durationNs = durationNs;
        this.from = from;
        this.to = to;
        shareS = durationNs / NS / from.length;
        before = new double[from.length + 1];
        for (int i = 0; i < from.length; i++) {
            before[i + 1] = before[i] + (from[i] + to[i]) / 2 * shareS;
        }
        if (eventsDue() < 1 || eventsDue() > MOST_EVENTS) {
            throw new IllegalArgumentException("a load of " + Math.round(events()) + " events in " + durationNs / NS
                    + " s: want 1 to " + MOST_EVENTS);
        }
    }

    public long durationNs() {
        return durationNs;
    }

    /** Events wanted in the duration, as even arrivals have them: event 0 at the start. */
    public long eventsDue() {
        return (long) Math.ceil(lastDue());
    }

    /** Whether an event is wanted before the end. */
    boolean isDue(double event) {
        return event < lastDue();
    }

    /** The place on the curve before which everything is that is due in the duration. */
    double lastDue() {
        return events() - CLOSE;
    }

    /** Events a second that are wanted at an instant after the start; 0 once the duration is over. */
    public double perSecondAt(long sinceStartNs) {
        if (sinceStartNs < 0 || sinceStartNs >= durationNs) {
            return 0;
        }
        int share = shareAt(sinceStartNs);
        double passed = sinceStartNs / NS / shareS - share;
        return from[share] + (to[share] - from[share]) * passed;
    }

    /** The most that is ever wanted in a second. */
    public double mostPerSecond() {
        double most = 0;
        for (int i = 0; i < from.length; i++) {
            most = Math.max(most, Math.max(from[i], to[i]));
        }
        return most;
    }

    /** Events that are wanted before an instant after the start, with a fraction: the integral of the rate. */
    public double eventsBefore(long sinceStartNs) {
        if (sinceStartNs <= 0) {
            return 0;
        }
        if (sinceStartNs >= durationNs) {
            return events();
        }
        int share = shareAt(sinceStartNs);
        double passedS = sinceStartNs / NS - share * shareS;
        return before[share] + passedS * (from[share] + (to[share] - from[share]) * passedS / shareS / 2);
    }

    /** When an event is wanted, in nanoseconds after the start; where nobody wants any for a while, after that. */
    long instantNs(double event) {
        int share = shareOf(event);
        double s = to[share] >= from[share]
                ? riseS(event - before[share], from[share], to[share] - from[share])
                : shareS - riseS(before[share + 1] - event, to[share], from[share] - to[share]);
        return Math.round((share * shareS + s) * NS);
    }

    /** In which time a rate that rises makes so many events. A falling one is looked at from its end: nothing is lost there. */
    private double riseS(double events, double perSecond, double rise) {
        return events <= 0
                ? 0
                : 2 * events / (perSecond + Math.sqrt(perSecond * perSecond + 2 * events * rise / shareS));
    }

    private double events() {
        return before[from.length];
    }

    private int shareAt(long sinceStartNs) {
        return Math.min(from.length - 1, (int) (sinceStartNs / NS / shareS));
    }

    /** The last share before whose end an event is. */
    private int shareOf(double event) {
        int low = 0;
        int high = from.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before[middle + 1] <= event) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
