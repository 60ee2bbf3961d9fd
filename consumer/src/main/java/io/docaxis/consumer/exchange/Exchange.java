package io.docaxis.consumer.exchange;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.Status;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TraceId;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.consumer.conclusion.Conclusions;
import io.docaxis.consumer.conclusion.TallyWriter;
import io.docaxis.consumer.state.ExchangeState;
import io.docaxis.consumer.state.Progress;
import io.docaxis.consumer.state.Run;
import io.docaxis.consumer.state.SourceState;
import io.docaxis.consumer.state.ThreadState;
import java.util.function.Supplier;

/**
 * Applies the records of one partition, in the order of the log, to its state. Every record is counted under exactly one
 * name, whatever its bytes; none ends in an exception. It holds nothing that the state does not, so the state may be cleared
 * and restored beneath it. Not thread-safe; about a microsecond a record.
 */
public final class Exchange {

    private final ExchangeState state;
    private final Progress progress;
    private final Tally tally;
    private final int partition;
    private final ExchangeOutput output;
    private final EventReader reader = new EventReader();
    private final Receivers receivers = new Receivers();
    private final Conclusions conclusions;
    private final Forgetting forgetting;
    private final Correspondence correspondence;
    private long lastIntendedAtMs;

    public Exchange(ExchangeState state, int partition, ExchangeOutput output) {
        this.state = state;
        this.progress = state.progress();
        this.tally = state.tally();
        this.partition = partition;
        this.output = output;
        TallyWriter writer = new TallyWriter(state, output::lateness);
        this.conclusions = new Conclusions(state, writer);
        Dispatches dispatches = new Dispatches(state);
        this.forgetting = new Forgetting(state, dispatches, conclusions);
        this.correspondence = new Correspondence(state, writer, dispatches, forgetting);
    }

    /** Applies one record, whatever its bytes. */
    public void apply(byte[] value, long offset) {
        apply(value, offset, () -> null);
    }

    /** Applies one record, whatever its bytes, as the other does. */
    public void apply(byte[] value, long offset, Supplier<RecordNumber> number) {
        apply(value, 0, value == null ? 0 : value.length, offset, number);
    }

    /**
     * Applies one record, whatever its bytes.
     *
     * @param bytes its value, from an index up to another; or null
     * @param number asked only of a record that cannot be read: what is written beside it, or null
     */
    public void apply(byte[] bytes, int start, int end, long offset, Supplier<RecordNumber> number) {
        progress.countRecord();
        lastIntendedAtMs = 0;
        EventKind kind = reader.read(bytes, start, end);
        if (kind == EventKind.UNREADABLE) {
            tally.count(unreadable(offset, number.get()), 1);
            return;
        }
        Counter counter = readable(kind, offset);
        if (counter == null) {
            return;
        }
        if (counter.isTrace()) {
            tally.count(counter, 1, identity(kind));
        } else {
            tally.count(counter, 1);
        }
    }

    /**
     * The bytes say nothing; where their number is known, a second delivery is known as such and no gap is left. What no source sent
     * has no number.
     */
    private Counter unreadable(long offset, RecordNumber number) {
        if (number == null) {
            return stray(reader.problem(), offset);
        }
        if (!progress.started() || number.run() != progress.run()) {
            return Counter.FOREIGN;
        }
        if (number.source() >= progress.rules().sources()) {
            return stray(reader.problem(), offset);
        }
        SourceState source = progress.source(number.source());
        if (source.isResent(number.sequence())) {
            return Counter.RESENT;
        }
        miss(source.delivered(number.sequence(), source.emittedAt));
        return deadLetter(reader.problem(), offset);
    }

    /** A dead letter that no source of this run sent: the ledger cannot expect it, so its place is kept. */
    private Counter stray(Unreadable reason, long offset) {
        output.deadLetter(reason, offset);
        progress.countStray(offset);
        return Counter.DEAD_LETTER_STRAY;
    }

    private long identity(EventKind kind) {
        return kind == EventKind.DOCUMENT_SENT
                ? TraceId.event(reader.document().thread, reader.document().ordinal)
                : TraceId.event(reader.status().thread, reader.status().ordinal);
    }

    private void miss(long sequences) {
        tally.count(Counter.MISSING, sequences);
    }

    /** What the record counts as; null: it waits for its document. */
    private Counter readable(EventKind kind, long offset) {
        Envelope envelope = reader.envelope();
        if (!progress.started() && kind == EventKind.RUN_STARTED && !follow(envelope)) {
            return stray(Unreadable.MALFORMED, offset);
        }
        if (!progress.started() || envelope.run != progress.run()) {
            return Counter.FOREIGN;
        }
        if (envelope.source >= progress.rules().sources()) {
            return stray(Unreadable.MALFORMED, offset);
        }
        SourceState source = progress.source(envelope.source);
        if (source.isResent(envelope.sequence)) {
            return Counter.RESENT;
        }
        RunEnded end = null;
        if (kind == EventKind.RUN_ENDED) {
            end = endMarker();
            if (end == null) {
                return stray(Unreadable.MALFORMED, offset);
            }
        }
        lastIntendedAtMs = envelope.intendedAtMs;
        long previousEmittedAt = source.emittedAt;
        miss(source.delivered(envelope.sequence, envelope.emittedAt));
        Counter counter = take(kind, source, end, offset);
        passTime(previousEmittedAt);
        if (end != null && progress.ended()) {
            forgetting.endWaiting();
        }
        return counter;
    }

    private Counter take(EventKind kind, SourceState source, RunEnded end, long offset) {
        return switch (kind) {
            case DOCUMENT_SENT -> {
                source.received(reader.contentHash());
                yield documentSent(reader.document(), offset);
            }
            case STATUS_REPORTED -> {
                source.received(reader.contentHash());
                yield statusReported(reader.status());
            }
            case TICK -> Counter.TICK;
            case RUN_STARTED -> {
                progress.sourceStarted(source);
                yield Counter.MARKER;
            }
            case RUN_ENDED -> {
                miss(source.deliveredUpTo(end.getSequence()));
                progress.sourceEnded(source, end);
                yield Counter.MARKER;
            }
            case UNREADABLE -> throw new IllegalStateException("unreadable records come no further");
        };
    }

    private Counter documentSent(DocumentSent document, long offset) {
        Counter misplaced = misplaced(EventKind.DOCUMENT_SENT, document.sentAt);
        if (misplaced != null) {
            return misplaced;
        }
        int sender = agency(document.sender, document.senderCode);
        if (sender < 0) {
            return Counter.REJECTED_UNKNOWN_SENDER;
        }
        receivers.fill(document, sender, progress.rules().agencies());
        if (receivers.isEmpty()) {
            return deadLetter(Unreadable.NO_RECEIVER, offset);
        }
        return correspondence.sent(document, sender, receivers, reader.envelope().emittedAt, offset);
    }

    private Counter statusReported(StatusReported status) {
        Counter misplaced = misplaced(EventKind.STATUS_REPORTED, status.occurredAt);
        if (misplaced != null) {
            return misplaced;
        }
        if (!Status.isKnown(status.status)) {
            return Counter.REJECTED_UNKNOWN_STATUS;
        }
        int receiver = agency(status.receiver, status.receiverCode);
        if (receiver < 0) {
            return Counter.REJECTED_UNKNOWN_AGENCY;
        }
        return correspondence.reported(status, receiver, reader.envelope().emittedAt);
    }

    /** What an event counts as whose time cannot be; null: it can, and where its clock and the channel's differ is counted. */
    private Counter misplaced(EventKind kind, long occurredAt) {
        Run run = progress.rules();
        long emittedAt = reader.envelope().emittedAt;
        if (emittedAt - occurredAt > run.horizonS()) {
            return Counter.TOO_LATE;
        }
        if (occurredAt - emittedAt > run.horizonS()) {
            return Counter.OFF_CLOCK;
        }
        if (!run.knows(occurredAt)) {
            return Counter.REJECTED_OUTSIDE_CALENDAR;
        }
        if (occurredAt != emittedAt) {
            tally.count(occurredAt < emittedAt ? Counter.DELAYED : Counter.AHEAD, 1, identity(kind));
        }
        return null;
    }

    /** The number of an agency given by number or by code, or −1 where the catalogue has none. */
    private int agency(int number, String code) {
        AgencyCatalogue agencies = progress.rules().agencies();
        if (code != null) {
            return agencies.number(code);
        }
        return number < agencies.size() ? number : -1;
    }

    /** The first start marker fixes the run. */
    private boolean follow(Envelope envelope) {
        try {
            Run run = Run.of(envelope.run, reader.runStarted());
            if (envelope.source >= run.sources()) {
                return false;
            }
            progress.follow(run);
            return true;
        } catch (IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }

    private RunEnded endMarker() {
        try {
            return reader.runEnded();
        } catch (IllegalStateException e) {
            return null;
        }
    }

    private void passTime(long previousEmittedAt) {
        long previousUntil = progress.until();
        boolean moved = progress.advance(previousEmittedAt);
        if (moved) {
            long watermark = progress.watermark();
            for (ThreadState thread = state.takeWoken(watermark); thread != null; thread = state.takeWoken(watermark)) {
                forgetting.wake(thread, previousUntil);
            }
        }
    }

    private Counter deadLetter(Unreadable reason, long offset) {
        output.deadLetter(reason, offset);
        return switch (reason) {
            case MALFORMED -> Counter.DEAD_LETTER_MALFORMED;
            case CHECKSUM -> Counter.DEAD_LETTER_CHECKSUM;
            case UNKNOWN_KIND -> Counter.DEAD_LETTER_UNKNOWN_KIND;
            case NO_RECEIVER -> Counter.DEAD_LETTER_NO_RECEIVER;
        };
    }

    /** The partition whose records are applied. */
    public int partition() {
        return partition;
    }

    /** Wall clock at which the record applied last was meant to be sent, milliseconds; 0 if it was not of this run. */
    public long lastIntendedAtMs() {
        return lastIntendedAtMs;
    }

    /** Concludes everything that is known, and announces lateness: call before each commit, while output may be sent. */
    public void conclude() {
        conclusions.concludeAll();
    }

    /** What was concluded so far, and what was counted. */
    public Tally tally() {
        return tally;
    }

    /** The header to publish; partitions: of the input topic. */
    public PartHeader header(int partitions) {
        return progress.header(partitions);
    }

    /** Whether a run's rules are known; before, there is nothing to publish. */
    public boolean started() {
        return progress.started();
    }

    /** Hash of the run id; 0 before the run has started here. */
    public long run() {
        return progress.run();
    }

    /** Whether every source has ended: the tally is final. */
    public boolean ended() {
        return progress.ended();
    }

    /** Seconds; 0 until every source was seen. */
    public long watermark() {
        return progress.watermark();
    }

    /** Dispatches that are not settled. */
    public long openDispatches() {
        return progress.dispatches() - tally().count(Counter.SETTLED);
    }

    /** Threads remembered. */
    public int threads() {
        return state.threads();
    }
}
