package io.docaxis.producer.publish;

import io.docaxis.common.event.proto.Live;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.topic.TallyTopic;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.producer.schedule.Speed;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the ledger says of a run that has begun before, in whatever source.
 *
 * @param headers by source
 */
record RunSoFar(Destination at, RunIdentity run, Map<Integer, PartHeader> headers) {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /**
     * Reads it.
     *
     * @throws UsedPrefixException if another run's ledger is there
     * @throws ClusterException if the run began, in whatever source, with another number of partitions
     */
    static RunSoFar read(Destination from, RunIdentity run) {
        String name = from.topics().ledger();
        try (TallyTopic topic = new TallyTopic(from.cluster(), name)) {
            TallyReader reader = topic.readToEnd();
            if (reader.runs().stream().anyMatch(other -> other != run.hash())) {
                throw new UsedPrefixException("topic '" + name
                        + "' holds the ledger of another run: use another --prefix, or --fresh to delete it");
            }
            RunSoFar read = new RunSoFar(from, run, reader.headers(run.hash()));
            read.headers.values().forEach(header -> read.requireSame(header.getEventsPartitions()));
            return read;
        }
    }

    /** With another number of partitions threads, and the sequences of each partition, would be elsewhere. */
    private void requireSame(int partitionsBefore) {
        int partitions = at.prepared().partitions();
        if (partitionsBefore != 0 && partitionsBefore != partitions) {
            throw new ClusterException("topic '" + at.topics().events() + "' has " + partitions
                    + " partitions, and had " + partitionsBefore
                    + " when this run began: it cannot go on there; use another --prefix, or --fresh to begin anew");
        }
    }

    /** Whether a source has begun. */
    boolean isBegun(int source) {
        return headers.containsKey(source);
    }

    /** The anchor that the run began with; a source that joins takes that of the others. */
    Optional<Live> live() {
        return headers.values().stream()
                .filter(PartHeader::hasLive)
                .map(PartHeader::getLive)
                .findFirst();
    }

    /** Where the run ends: the least instant that a source has said. */
    private OptionalLong endsAt() {
        return headers.values().stream().mapToLong(PartHeader::getEndsAt).min();
    }

    /**
     * Where the run ends, by what is there and what is wanted now.
     *
     * @throws UsedPrefixException if what was wanted when it began is something else
     */
    long endsAt(Pace pace) {
        if (!headers.isEmpty()) {
            requireSame(pace);
        }
        long soFar = endsAt().orElse(run.endsAt());
        long wanted = pace.until().orElse(soFar);
        if (wanted > soFar) {
            throw new UsedPrefixException("--until " + instant(wanted) + ": the run of prefix '"
                    + at.topics().prefix() + "' ends at " + instant(soFar) + ": want that or an earlier instant");
        }
        return wanted;
    }

    private void requireSame(Pace pace) {
        String theRun = "the run of prefix '" + at.topics().prefix() + "' ";
        if (live().isEmpty() && pace.live().isPresent()) {
            throw new UsedPrefixException(theRun + "was begun without --live: want it without that, got --live");
        }
        live().ifPresent(live -> {
            Speed speed = new Speed(live.getSpeed());
            if (pace.live().isEmpty() || !pace.speed().equals(speed)) {
                throw new UsedPrefixException(theRun + "is live, at a speed of " + speed + ": want --live --speed "
                        + speed + ", got " + (pace.live().isEmpty() ? "no --live" : "--speed " + pace.speed()));
            }
        });
    }

    /**
     * Sees to it that a source has not come too far to end where the run is to end.
     *
     * @param clockAt how far its clock has come, by what the log has of it
     * @throws UsedPrefixException if it may have sent what is emitted later
     */
    void requireEndAhead(int source, long clockAt, long endsAt) {
        PartHeader header = headers.get(source);
        if (header != null && endsAt < header.getEndsAt() && clockAt >= endsAt) {
            throw new UsedPrefixException("source " + (source + 1) + "/" + run.sources() + " has come to "
                    + instant(clockAt) + ", and the run is to end at " + instant(endsAt)
                    + ": want --until with a later instant");
        }
    }

    private String instant(long epochSecond) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(run.scenario().calendar().utcOffsetS());
        return SECOND.format(LocalDateTime.ofEpochSecond(epochSecond, 0, offset));
    }
}
