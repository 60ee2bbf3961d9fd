package io.docaxis.monitor.inquiry;

import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.tally.proto.PartHeader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/**
 * Simulated instants as the run's calendar has them.
 *
 * @param utcOffsetS of its local time
 */
public record RunTime(int utcOffsetS) {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    /** Of a run that a tally is of; Vietnam's where nothing is known of it. */
    public static RunTime of(Optional<PartHeader> run) {
        return new RunTime(run.filter(PartHeader::hasUtcOffsetS)
                .map(PartHeader::getUtcOffsetS)
                .orElse(WorkingCalendar.VIETNAM_OFFSET_S));
    }

    /** Of a run that begins with a start marker; Vietnam's where there is none. */
    static RunTime ofMarker(Optional<RunStarted> marker) {
        return new RunTime(marker.map(RunStarted::getUtcOffsetS).orElse(WorkingCalendar.VIETNAM_OFFSET_S));
    }

    /** ISO 8601, with the offset. */
    public String iso(long epochSecond) {
        return OffsetDateTime.ofInstant(Instant.ofEpochSecond(epochSecond), ZoneOffset.ofTotalSeconds(utcOffsetS))
                .format(ISO);
    }

    /** Wall clock, to the millisecond, in UTC. */
    public static String wall(long epochMs) {
        return Instant.ofEpochMilli(epochMs).toString();
    }

    /** Puts an instant of the run into JSON, as null where it is unknown. */
    void put(ObjectNode node, String name, OptionalLong instant) {
        node.put(name, instant.isPresent() ? iso(instant.getAsLong()) : null);
    }
}
