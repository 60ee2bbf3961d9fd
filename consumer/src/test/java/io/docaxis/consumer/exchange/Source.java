package io.docaxis.consumer.exchange;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.OfficeHours;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.obligation.Rules;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Writes one source's records for one partition, as a producer would: the consumer under test gets real bytes. */
final class Source {

    static final long RUN = Hash.of("test-run");
    static final long STARTS_AT = at("2023-01-01T00:00");
    static final long ENDS_AT = at("2023-11-01T00:00");

    private final EventWriter writer = new EventWriter();
    private final Envelope envelope = new Envelope();
    private long records;
    private long fingerprint;

    Source(int number) {
        envelope.run = RUN;
        envelope.source = number;
        envelope.intendedAtMs = 1_700_000_000_000L;
    }

    /** Seconds of a local time of Vietnam. */
    static long at(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7));
    }

    static RunStarted run(Rules rules, int sources, AgencyCatalogue agencies) {
        RunStarted.Builder run = RunStarted.newBuilder()
                .setContractVersion(ContractVersion.CURRENT)
                .setRunId("test-run")
                .setScenario("test")
                .setSeed(1)
                .setSources(sources)
                .setStartsAt(STARTS_AT)
                .setEndsAt(ENDS_AT)
                .setHorizonS(rules.horizonS())
                .setFinalAfterWorkingDays(rules.finalAfterWorkingDays())
                .setSendByEndOfDay(rules.sendByEndOfDay())
                .setArrivalAcknowledges(rules.arrivalAcknowledges())
                .setUrgentS(rules.urgentS())
                .setVeryUrgentS(rules.veryUrgentS())
                .setExpressS(rules.expressS())
                .setCalendarFirstDay((int) LocalDate.of(2023, 1, 1).toEpochDay())
                .setCalendarLastDay((int) LocalDate.of(2023, 12, 31).toEpochDay())
                .setMorningOpensS(OfficeHours.DEFAULT.morningOpensS())
                .setMorningClosesS(OfficeHours.DEFAULT.morningClosesS())
                .setAfternoonOpensS(OfficeHours.DEFAULT.afternoonOpensS())
                .setAfternoonClosesS(OfficeHours.DEFAULT.afternoonClosesS())
                .setUtcOffsetS(WorkingCalendar.VIETNAM_OFFSET_S)
                .setDepartments(agencies.departments())
                .setCommunes(agencies.communes())
                .setCatalogueFingerprint(agencies.fingerprint());
        for (LocalDate off : WorkingCalendar.daysOff2023()) {
            run.addDaysOff((int) off.toEpochDay());
        }
        return run.build();
    }

    byte[] started(RunStarted run) {
        next(run.getStartsAt());
        return writer.write(envelope, EventKind.RUN_STARTED, run);
    }

    byte[] document(DocumentSent document, long emittedAt) {
        next(emittedAt);
        return sent(writer.write(envelope, document));
    }

    byte[] status(StatusReported status, long emittedAt) {
        next(emittedAt);
        return sent(writer.write(envelope, status));
    }

    byte[] tick(long emittedAt) {
        next(emittedAt);
        return writer.tick(envelope);
    }

    byte[] ended(long emittedAt) {
        return ended(emittedAt, 0);
    }

    /** @param endsAt 0: as the start marker says */
    byte[] ended(long emittedAt, long endsAt) {
        next(emittedAt);
        RunEnded end = RunEnded.newBuilder()
                .setEndsAt(endsAt)
                .setRecords(records)
                .setFingerprint(fingerprint)
                .setComplete(true)
                .build();
        return writer.write(envelope, EventKind.RUN_ENDED, end);
    }

    /** Leaves sequences out, up to the given one. */
    void skipTo(long sequence) {
        envelope.sequence = sequence;
    }

    /** What comes next belongs to that run. */
    void ofRun(long run) {
        envelope.run = run;
    }

    private void next(long emittedAt) {
        envelope.sequence++;
        envelope.emittedAt = emittedAt;
    }

    private byte[] sent(byte[] value) {
        records++;
        fingerprint += Hash.mix(writer.lastContentHash());
        return value;
    }
}
