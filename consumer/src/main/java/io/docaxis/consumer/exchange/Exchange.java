package io.docaxis.consumer.exchange;

import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;
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
 * name, whatever its bytes; none ends in an exception. The {@code ExchangeState} may be cleared and restored beneath it. Not
 * thread-safe; about a microsecond a record.
 */
public final class Exchange {

    private final ExchangeState state;
    private final Progress progress;
    private final Tally tally;
    private final EventReader reader = new EventReader();
    private final DeadLetters deadLetters;
    private final Conclusions conclusions;
    private final Dispatches dispatches;
    private final Forgetting forgetting;
    private final Intake intake;

    /** @param output takes what is sent out of the partition, on the thread that applies records or concludes */
    public Exchange(ExchangeState state, int partition, ExchangeOutput output) {
        this.state = state;
        this.progress = state.progress();
        this.tally = state.tally();
        deadLetters = new DeadLetters(progress, output);
        TallyWriter writer = new TallyWriter(state, partition, output::lateness);
        conclusions = new Conclusions(state, writer);
        dispatches = new Dispatches(state);
        forgetting = new Forgetting(state, dispatches, conclusions);
        intake = new Intake(state, reader, deadLetters, new Correspondence(state, writer, dispatches, forgetting));
    }

    /** Applies one record beside which no number is written. */
    public void apply(byte[] value, long offset) {
        apply(value, 0, value == null ? 0 : value.length, offset, () -> null);
    }

    /**
     * Applies one record, whatever its bytes, which are those from an index up to another; or null.
     *
     * @param number asked only of a record that cannot be read: what is written beside it, or null
     * @return whether it is a document or status of the run, not sent before; its {@link #envelope} holds until the next record
     */
    public boolean apply(byte[] bytes, int start, int end, long offset, Supplier<RecordNumber> number) {
        progress.countRecord();
        EventKind kind = reader.read(bytes, start, end);
        if (kind == EventKind.UNREADABLE) {
            tally.count(unreadable(offset, number.get()), 1);
            return false;
        }
        Counter counter = readable(kind, offset);
        if (counter != null && counter.isTrace()) {
            tally.count(counter, 1, intake.identity(kind));
        } else if (counter != null) {
            tally.count(counter, 1);
        }
        return kind.isOfWorld() && counter != Counter.FOREIGN && counter != Counter.RESENT;
    }

    public Envelope envelope() {
        return reader.envelope();
    }

    /** The bytes say nothing; by their number a second delivery is known, and no gap is left. What no source sent has none. */
    private Counter unreadable(long offset, RecordNumber number) {
        if (number == null) {
            return deadLetters.addStray(reader.problem(), offset);
        }
        if (!progress.started() || number.run() != progress.runHash()) {
            return Counter.FOREIGN;
        }
        if (number.source() >= progress.run().sources()) {
            return deadLetters.addStray(reader.problem(), offset);
        }
        SourceState source = progress.source(number.source());
        if (source.isResent(number.sequence())) {
            return Counter.RESENT;
        }
        miss(source.delivered(number.sequence(), source.emittedAt));
        return deadLetters.add(reader.problem(), offset);
    }

    private void miss(long sequences) {
        tally.count(Counter.MISSING, sequences);
    }

    /** What the record counts as; null: it waits for its document. */
    private Counter readable(EventKind kind, long offset) {
        Envelope envelope = reader.envelope();
        if (!progress.started() && kind == EventKind.RUN_STARTED && !follow(envelope)) {
            return deadLetters.addStray(Unreadable.MALFORMED, offset);
        }
        if (!progress.started() || envelope.run != progress.runHash()) {
            return Counter.FOREIGN;
        }
        if (envelope.source >= progress.run().sources()) {
            return deadLetters.addStray(Unreadable.MALFORMED, offset);
        }
        SourceState source = progress.source(envelope.source);
        if (source.isResent(envelope.sequence)) {
            return Counter.RESENT;
        }
        if (kind == EventKind.RUN_STARTED || kind == EventKind.RUN_ENDED) {
            return marker(kind, source, offset);
        }
        long previousEmittedAt = source.emittedAt;
        miss(source.delivered(envelope.sequence, envelope.emittedAt));
        Counter counter = take(kind, source, offset);
        passTime(previousEmittedAt);
        return counter;
    }

    private Counter take(EventKind kind, SourceState source, long offset) {
        return switch (kind) {
            case DOCUMENT_SENT -> {
                source.received(reader.contentHash());
                yield intake.document(reader.document(), offset);
            }
            case STATUS_REPORTED -> {
                source.received(reader.contentHash());
                yield intake.status(reader.status());
            }
            case TICK -> Counter.TICK;
            case RUN_STARTED, RUN_ENDED, UNREADABLE -> throw new IllegalStateException(kind + " comes no further");
        };
    }

    /** A marker that cannot be read, or says what cannot be, changes nothing. */
    private Counter marker(EventKind kind, SourceState source, long offset) {
        Envelope envelope = reader.envelope();
        long previousEmittedAt = source.emittedAt;
        RunStarted start = kind == EventKind.RUN_STARTED ? startMarker() : null;
        RunEnded end = kind == EventKind.RUN_ENDED ? endMarker() : null;
        if (start == null && end == null) {
            return deadLetters.addStray(Unreadable.MALFORMED, offset);
        }
        miss(source.delivered(envelope.sequence, envelope.emittedAt));
        if (start != null) {
            progress.sourceStarted(source, start);
        } else {
            miss(source.deliveredUpTo(end.getSequence()));
            progress.sourceEnded(source, end);
        }
        passTime(previousEmittedAt);
        if (end != null && progress.ended()) {
            forgetting.endWaiting();
        }
        return Counter.MARKER;
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

    private RunStarted startMarker() {
        try {
            RunStarted marker = reader.runStarted();
            return progress.isStart(marker) ? marker : null;
        } catch (IllegalStateException e) {
            return null;
        }
    }

    private RunEnded endMarker() {
        try {
            RunEnded marker = reader.runEnded();
            return progress.isEnd(marker) ? marker : null;
        } catch (IllegalStateException e) {
            return null;
        }
    }

    private void passTime(long previousEmittedAt) {
        long previousUntil = progress.until();
        if (progress.advance(previousEmittedAt)) {
            if (progress.until() < previousUntil) {
                state.forEachThread(thread -> dispatches.takeBack(thread, previousUntil));
            }
            wakeThreads(previousUntil);
        }
    }

    private void wakeThreads(long previousUntil) {
        for (ThreadState thread = state.takeWoken(); thread != null; thread = state.takeWoken()) {
            forgetting.wake(thread, previousUntil);
        }
    }

    /**
     * Lets the wall clock pass deadlines of a live run: every record is applied that the log had at an instant of it ({@link ReadThrough}).
     *
     * @return whether deadlines are announced further than before
     */
    public boolean passLive(long wallMs) {
        long previousUntil = progress.until();
        boolean moved = progress.passLive(wallMs);
        if (moved) {
            wakeThreads(previousUntil);
        }
        return moved;
    }

    /** Whether anything is yet to be concluded. */
    public boolean isUnconcluded() {
        return !state.unconcluded().isEmpty();
    }

    /** Concludes everything that is known, and announces lateness: call before each commit, while output may be sent. */
    public void conclude() {
        conclusions.concludeAll();
    }

    /** What was concluded so far, and what was counted. */
    public Tally tally() {
        return tally;
    }

    /** How far the partition has come. */
    public Progress progress() {
        return progress;
    }
}
