package io.docaxis.simulator.stream;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.Status;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.obligation.Urgency;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The records of a live run with one source in one partition, made by hand. The source's clock stands at four o'clock, and no end is known. */
final class LiveTraffic {

    static final long RUN = Hash.of("live");
    static final long NOW = at("2023-03-07T16:00");

    private static final int RECEIVER = 60;

    private final EventWriter writer = new EventWriter();
    private final Envelope envelope = new Envelope();
    private long sequence;

    LiveTraffic() {
        envelope.run = RUN;
        envelope.emittedAt = NOW;
    }

    Traffic.Entry started(Live live) {
        RunStarted.Builder marker = Traffic.byVietnamsCalendar()
                .setRunId("live")
                .setStartsAt(NOW)
                .setLive(live)
                .setUrgentS(4 * 3_600)
                .setVeryUrgentS(2 * 3_600)
                .setExpressS(3_600);
        return entry(0, writer.write(envelope(0), EventKind.RUN_STARTED, marker.build()));
    }

    /** Due at five, or an urgent one at eight. */
    Traffic.Entry document(long thread, Urgency urgency) {
        DocumentSent document = new DocumentSent();
        document.clear();
        document.thread = thread;
        document.urgency = urgency.ordinal();
        document.signedAt = NOW;
        document.sentAt = NOW;
        document.addReceiver(RECEIVER);
        return entry(thread, writer.write(envelope(++sequence), document));
    }

    Traffic.Entry accepted(long thread) {
        StatusReported status = new StatusReported();
        status.clear();
        status.thread = thread;
        status.ordinal = 1;
        status.receiver = RECEIVER;
        status.status = Status.ACCEPTED;
        status.occurredAt = NOW;
        return entry(thread, writer.write(envelope(++sequence), status));
    }

    private static Traffic.Entry entry(long thread, byte[] value) {
        return new Traffic.Entry(0, ThreadKey.bytes(thread), value);
    }

    private Envelope envelope(long number) {
        envelope.sequence = number;
        return envelope;
    }

    static long at(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7));
    }
}
