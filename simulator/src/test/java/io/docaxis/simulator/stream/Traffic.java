package io.docaxis.simulator.stream;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.OfficeHours;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.Status;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.tally.Tally;
import io.docaxis.consumer.exchange.Exchange;
import io.docaxis.consumer.exchange.ExchangeOutput;
import io.docaxis.consumer.state.ExchangeState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a small run, partition by partition, and what a consumer that nothing disturbs concludes from them. Each
 * thread is one document to one agency, every third of which accepts it within the day and every third the day after; a
 * hundredth of the records cannot be read.
 */
public final class Traffic {

    static final long RUN = Hash.of("traffic");

    private static final long STARTS_AT = at("2023-03-01T00:00");
    private static final long ENDS_AT = at("2023-04-01T00:00");
    private static final byte[] GARBAGE = {1, 2, 3};
    private static final int DAY_S = 86_400;

    /** A record and where it goes. */
    record Entry(int partition, byte[] key, byte[] value) {}

    private final EventWriter writer = new EventWriter();
    private final Envelope envelope = new Envelope();
    private final DocumentSent document = new DocumentSent();
    private final StatusReported status = new StatusReported();
    private final List<Entry> entries = new ArrayList<>();
    private final long[] sequences;
    private final long[] fingerprints;
    private int garbage;

    Traffic(int threads, int partitions) {
        sequences = new long[partitions];
        fingerprints = new long[partitions];
        envelope.run = RUN;
        for (int partition = 0; partition < partitions; partition++) {
            entries.add(new Entry(partition, new byte[8], started()));
        }
        int documentsADay = threads / 20;
        for (int thread = 0; thread < threads; thread++) {
            long sentAt = at("2023-03-03T09:00") + (long) (thread / documentsADay) * DAY_S;
            add(thread, document(thread, sentAt, partition(thread)));
            if (thread % 3 != 0) {
                add(thread, accepted(thread, sentAt, thread % 3 == 1 ? 3_600 : DAY_S, partition(thread)));
            }
            if (thread % 100 == 0) {
                garbage++;
                add(thread, GARBAGE);
            }
        }
        for (int partition = 0; partition < partitions; partition++) {
            entries.add(new Entry(partition, new byte[8], ended(partition)));
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /** How many records cannot be read. */
    int garbage() {
        return garbage;
    }

    /** What is to be concluded: the same rules, without Kafka around them. */
    Tally expected() {
        Tally expected = new Tally();
        for (int partition = 0; partition < sequences.length; partition++) {
            Exchange exchange = new Exchange(new ExchangeState(), 0, new NoOutput());
            for (Entry entry : entries) {
                if (entry.partition() == partition) {
                    exchange.apply(entry.value(), 0);
                }
            }
            exchange.conclude();
            expected.merge(exchange.tally());
        }
        return expected;
    }

    private void add(long thread, byte[] value) {
        entries.add(new Entry(partition(thread), ThreadKey.bytes(thread), value));
    }

    private int partition(long thread) {
        return ThreadKey.partition(ThreadKey.bytes(thread), sequences.length);
    }

    private byte[] document(long thread, long sentAt, int partition) {
        document.clear();
        document.thread = thread;
        document.signedAt = sentAt - 3_600;
        document.sentAt = sentAt;
        document.sender = (int) (thread % 50);
        document.addReceiver(50 + (int) (thread % 38));
        return sent(writer.write(envelope(++sequences[partition], sentAt), document), partition);
    }

    private byte[] accepted(long thread, long sentAt, int afterS, int partition) {
        status.clear();
        status.thread = thread;
        status.ordinal = 1;
        status.receiver = 50 + (int) (thread % 38);
        status.status = Status.ACCEPTED;
        status.occurredAt = sentAt + afterS;
        // delivered at once, ahead of its time: emitted at never goes back
        return sent(writer.write(envelope(++sequences[partition], sentAt), status), partition);
    }

    /** A start marker of one source, but for its run, its period and what urgency marks allow. */
    public static RunStarted.Builder byVietnamsCalendar() {
        return RunStarted.newBuilder()
                .setContractVersion(ContractVersion.CURRENT)
                .setScenario("by hand")
                .setSources(1)
                .setHorizonS(7 * DAY_S)
                .setFinalAfterWorkingDays(60)
                .setCalendarFirstDay((int) LocalDate.of(2023, 1, 1).toEpochDay())
                .setCalendarLastDay((int) LocalDate.of(2023, 12, 31).toEpochDay())
                .setMorningOpensS(OfficeHours.DEFAULT.morningOpensS())
                .setMorningClosesS(OfficeHours.DEFAULT.morningClosesS())
                .setAfternoonOpensS(OfficeHours.DEFAULT.afternoonOpensS())
                .setAfternoonClosesS(OfficeHours.DEFAULT.afternoonClosesS())
                .setUtcOffsetS(WorkingCalendar.VIETNAM_OFFSET_S)
                .setCatalogueFingerprint(AgencyCatalogue.level1().fingerprint());
    }

    private byte[] started() {
        RunStarted.Builder marker = byVietnamsCalendar()
                .setRunId("traffic")
                .setStartsAt(STARTS_AT)
                .setEndsAt(ENDS_AT)
                .setUrgentS(3)
                .setVeryUrgentS(2)
                .setExpressS(1);
        return writer.write(envelope(0, STARTS_AT), EventKind.RUN_STARTED, marker.build());
    }

    private byte[] ended(int partition) {
        RunEnded marker = RunEnded.newBuilder()
                .setRecords(sequences[partition])
                .setFingerprint(fingerprints[partition])
                .setComplete(true)
                .build();
        return writer.write(envelope(0, ENDS_AT), EventKind.RUN_ENDED, marker);
    }

    private byte[] sent(byte[] value, int partition) {
        fingerprints[partition] += Hash.mix(writer.lastContentHash());
        return value;
    }

    private Envelope envelope(long sequence, long emittedAt) {
        envelope.sequence = sequence;
        envelope.emittedAt = emittedAt;
        return envelope;
    }

    private static long at(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7));
    }

    /** Only the tally is wanted. */
    private static final class NoOutput implements ExchangeOutput {
        @Override
        public void deadLetter(Unreadable reason, long offset) {
            // counted in the tally
        }

        @Override
        public void lateness(byte[] key, byte[] value) {
            // counted in the tally
        }
    }
}
