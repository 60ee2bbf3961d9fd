package io.docaxis.consumer.stream;

import io.docaxis.common.calendar.OfficeHours;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.Status;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.hash.Hash;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/**
 * The records of a run with one source: each thread is one document from agency 0 to agency 30, sent on Tuesday 7 March 2023
 * at 9:00, and perhaps its acceptance at 10:00.
 */
final class OneSource {

    static final long RUN = Hash.of("one-source");
    static final long SENT_AT = at("2023-03-07T09:00");
    static final long ENDS_AT = at("2023-04-01T00:00");

    private final EventWriter writer = new EventWriter();
    private final Envelope envelope = new Envelope();
    private final DocumentSent document = new DocumentSent();
    private final StatusReported status = new StatusReported();
    private long sequence;

    OneSource() {
        envelope.run = RUN;
    }

    byte[] started() {
        return started(run -> run);
    }

    /** @param change of the start marker */
    byte[] started(UnaryOperator<RunStarted.Builder> change) {
        RunStarted marker = change.apply(run()).build();
        return writer.write(envelope(0, marker.getStartsAt()), EventKind.RUN_STARTED, marker);
    }

    private static RunStarted.Builder run() {
        return RunStarted.newBuilder()
                .setContractVersion(ContractVersion.CURRENT)
                .setRunId("one-source")
                .setScenario("by hand")
                .setSources(1)
                .setStartsAt(at("2023-03-01T00:00"))
                .setEndsAt(ENDS_AT)
                .setHorizonS(7 * 86_400)
                .setFinalAfterWorkingDays(60)
                .setUrgentS(3)
                .setVeryUrgentS(2)
                .setExpressS(1)
                .setCalendarFirstDay((int) LocalDate.of(2023, 1, 1).toEpochDay())
                .setCalendarLastDay((int) LocalDate.of(2023, 12, 31).toEpochDay())
                .setMorningOpensS(OfficeHours.DEFAULT.morningOpensS())
                .setMorningClosesS(OfficeHours.DEFAULT.morningClosesS())
                .setAfternoonOpensS(OfficeHours.DEFAULT.afternoonOpensS())
                .setAfternoonClosesS(OfficeHours.DEFAULT.afternoonClosesS())
                .setUtcOffsetS(WorkingCalendar.VIETNAM_OFFSET_S)
                .setCatalogueFingerprint(
                        io.docaxis.common.agency.AgencyCatalogue.level1().fingerprint());
    }

    byte[] document(long thread) {
        document.clear();
        document.thread = thread;
        document.signedAt = SENT_AT - 3600;
        document.sentAt = SENT_AT;
        document.addReceiver(30);
        return writer.write(envelope(++sequence, SENT_AT), document);
    }

    byte[] accepted(long thread) {
        status.clear();
        status.thread = thread;
        status.ordinal = 1;
        status.receiver = 30;
        status.status = Status.ACCEPTED;
        status.occurredAt = SENT_AT + 3600;
        return writer.write(envelope(++sequence, SENT_AT + 3600), status);
    }

    byte[] tick(String local) {
        return writer.tick(envelope(0, at(local)));
    }

    byte[] ended() {
        return writer.write(
                envelope(0, ENDS_AT),
                EventKind.RUN_ENDED,
                RunEnded.newBuilder().setRecords(sequence).setComplete(true).build());
    }

    /** When the next records are intended to be sent. */
    void intend(long atMs, int atUs) {
        envelope.intendedAtMs = atMs;
        envelope.intendedAtUs = atUs;
    }

    private Envelope envelope(long number, long emittedAt) {
        envelope.sequence = number;
        envelope.emittedAt = emittedAt;
        return envelope;
    }

    static long at(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7));
    }
}
