package io.docaxis.producer.schedule;

/** Which rate is wanted in the duration of a load, and how events arrive; all its sources and shards share it. Immutable. */
public record RatePlan(LoadCurve curve, Arrivals arrivals) {

    /** The events of one source, from an instant on. */
    public RateSchedule schedule(int source, int sources, long startsAtNs) {
        return new RateSchedule(curve, arrivals, source, sources, startsAtNs);
    }
}
