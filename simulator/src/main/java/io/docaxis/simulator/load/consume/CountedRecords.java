package io.docaxis.simulator.load.consume;

/**
 * What a counting consumer has counted. Of a load whose sends failed, their sequences are missing too.
 *
 * @param records all that were read
 * @param events documents and statuses of the run, each offset once
 * @param foreign records of another run
 * @param unreadable records that do not say whose they are
 * @param missing sequences of the run that did not come
 * @param duplicates events whose sequence had come before
 * @param late events that came after one of a higher sequence
 * @param again events whose offset was read before: they are counted nowhere else
 * @param untimed events that do not say when they were to be sent: they have no latency
 */
public record CountedRecords(
        long records,
        long events,
        long foreign,
        long unreadable,
        long missing,
        long duplicates,
        long late,
        long again,
        long untimed) {

    /** Nothing was read. */
    public static final CountedRecords NONE = new CountedRecords(0, 0, 0, 0, 0, 0, 0, 0, 0);

    CountedRecords plus(CountedRecords other) {
        return new CountedRecords(
                records + other.records,
                events + other.events,
                foreign + other.foreign,
                unreadable + other.unreadable,
                missing + other.missing,
                duplicates + other.duplicates,
                late + other.late,
                again + other.again,
                untimed + other.untimed);
    }
}
