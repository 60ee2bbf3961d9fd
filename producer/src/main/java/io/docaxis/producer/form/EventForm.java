package io.docaxis.producer.form;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.PaddingPool;
import io.docaxis.common.event.ValueWriter;
import io.docaxis.producer.plan.World;
import java.util.Optional;

/**
 * In what form all events of a run go into the log. Immutable; all sources share it.
 *
 * @param agencies whose codes stand in JSON
 * @param sized absent: events are as large as they are
 */
public record EventForm(
        EventFormat format, AgencyCatalogue agencies, Optional<SizedEvents> sized, EventHeaders headers) {

    /** Protocol Buffers, no padding, no headers. */
    public static final EventForm PLAIN =
            new EventForm(EventFormat.PROTOBUF, AgencyCatalogue.level1(), Optional.empty(), EventHeaders.NONE);

    /** A form for the events of a world. */
    public static EventForm of(
            EventFormat format, Optional<RecordSize> size, Padding padding, EventHeaders headers, World world) {
        return new EventForm(
                format,
                world.scenario().agencies(),
                size.map(each -> SizedEvents.of(each, padding, format, world.seed())),
                headers);
    }

    /** A writer for one source's events. */
    public ValueWriter writer(int source) {
        PaddingPool pool = sized.map(SizedEvents::pool).orElse(null);
        long poolAt = sized.map(each -> each.poolAt(source)).orElse(0L);
        return switch (format) {
            case PROTOBUF -> new EventWriter(pool, poolAt);
            case JSON -> new JsonEventWriter(agencies, pool, poolAt);
        };
    }
}
