package io.docaxis.producer.form;

import java.util.Optional;

/**
 * In what form all events of a run go into the log. Immutable; all sources share it.
 *
 * @param sized absent: events are as large as they are
 */
public record EventForm(EventFormat format, Optional<SizedEvents> sized, EventHeaders headers) {

    /** Protocol Buffers, no padding, no headers. */
    public static final EventForm PLAIN = new EventForm(EventFormat.PROTOBUF, Optional.empty(), EventHeaders.NONE);

    /**
     * A form with all that can be asked for.
     *
     * @param seed of the world
     */
    public static EventForm of(
            EventFormat format, Optional<RecordSize> size, Padding padding, EventHeaders headers, long seed) {
        return new EventForm(format, size.map(each -> SizedEvents.of(each, padding, format, seed)), headers);
    }
}
