package io.docaxis.consumer.state;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.hash.KeyedTable;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everything that one partition remembers: threads, tally, progress, and when to look at which thread. It knows what changed
 * since it was last drained, so that a change-logged store writes each entry once a commit, and never one that came and went
 * in between. Not thread-safe.
 */
public final class ExchangeState {

    /** How many threads are stored as one entry by default. */
    public static final int THREADS_PER_PAGE = 16;

    private final KeyedTable<ThreadState> threads = new KeyedTable<>();
    private final ThreadsAhead ahead = new ThreadsAhead(threads);
    private final Tally tally = new Tally();
    private final Progress progress = new Progress();
    private final WakeUps wakeUps = new WakeUps();
    private final RowPool pool = new RowPool();
    private final StoredPages<ThreadState> pages;
    private final StoredCells cells = new StoredCells(tally);
    private byte[] drainedProgress = progress.toBytes();

    private final List<ThreadState> unconcluded = new ArrayList<>();

    public ExchangeState() {
        this(THREADS_PER_PAGE);
    }

    /** @param threadsPerPage how many threads are stored as one entry from now on; restored entries may have more or fewer */
    public ExchangeState(int threadsPerPage) {
        pages = new StoredPages<>(threads, threadsPerPage, new ThreadCodec(pool));
    }

    /** What was concluded so far, and what was counted. */
    public Tally tally() {
        return tally;
    }

    /**
     * A thread is about to change; the tally hears of it when the thread is concluded next.
     *
     * @param until deadlines before this instant have passed, as far as the tally knows
     */
    public void setUnconcluded(ThreadState thread, long until) {
        if (!thread.unconcluded) {
            thread.unconcluded = true;
            thread.concludedUntil = until;
            unconcluded.add(thread);
        }
    }

    /** Threads that changed after they were concluded, and some that were concluded alone since. Whoever concludes all empties it. */
    public List<ThreadState> unconcluded() {
        return unconcluded;
    }

    public Progress progress() {
        return progress;
    }

    /** How many threads are remembered. */
    public int threads() {
        return threads.size();
    }

    /** How many entries of threads a drain would write (or delete) now: a paced engine drains when they are many. */
    public int changedPages() {
        return pages.changedCount();
    }

    /**
     * Gives every entry that changed since the last drain, once: threads, cells, sketch, progress. Call before each commit.
     *
     * @throws IllegalStateException if threads were not concluded: facts would be stored of which the stored tally does not know
     */
    public void drainChanges(EntryWriter to) {
        if (!unconcluded.isEmpty()) {
            throw new IllegalStateException(
                    unconcluded.size() + " threads were not concluded before the state was drained");
        }
        drainThreads(to);
        cells.drain(to);
        if (tally.takeSketchChanged(Tally.STORED)) {
            to.put(EntryKey.of(EntryKey.SKETCH), TallyCodec.sketch(tally.sketch()));
        }
        byte[] now = progress.toBytes();
        if (!Arrays.equals(now, drainedProgress)) {
            drainedProgress = now;
            to.put(EntryKey.of(EntryKey.PROGRESS), now);
        }
    }

    /**
     * Gives changed threads only: cheap, so that an engine may spread the writing between commits. A commit still needs
     * {@link #drainChanges}: threads without their tally are half a state.
     */
    public void drainThreads(EntryWriter to) {
        pages.drain((valueOrNull, page) -> to.write(EntryKey.of(EntryKey.THREADS, page), valueOrNull));
    }

    /** Prepares for further entries: another task has carried on a state of which nothing is left to drain. */
    public void restoreMore() {
        pages.restoreMore();
        cells.restoreMore();
    }

    /**
     * Puts an entry back as it was drained; null: it was deleted. Call on a cleared state or after {@link #restoreMore}, then
     * {@link #restored}.
     */
    public void restore(byte[] key, byte[] valueOrNull) {
        try {
            switch (key[0]) {
                case EntryKey.THREADS -> pages.restore(EntryKey.number(key), valueOrNull);
                case EntryKey.CELLS, EntryKey.PASSING_CELLS -> cells.restore(key[0], EntryKey.number(key), valueOrNull);
                case EntryKey.SKETCH -> TallyCodec.restoreSketch(tally, valueOrNull);
                case EntryKey.PROGRESS -> restoreProgress(valueOrNull);
                default -> throw new IllegalStateException("stored entry of unknown kind " + key[0]);
            }
        } catch (IOException e) {
            throw new IllegalStateException("stored entry of kind " + (char) key[0] + " cannot be read", e);
        }
    }

    private void restoreProgress(byte[] value) throws IOException {
        progress.restore(value);
        drainedProgress = value;
    }

    /** Ends restoring: wake-ups are set again, and every cell counts as changed for whoever publishes. */
    public void restored() {
        ahead.clear();
        pages.restored();
        cells.restored();
        wakeUps.clear();
        // each is looked at when time next moves, and then says itself when it wants to be looked at again
        threads.forEach(thread -> {
            thread.wakeAt = Deadlines.NEVER;
            wakeBy(thread, 0);
        });
        tally.markAllChanged(Tally.PUBLISHED);
    }

    /** Empties everything. */
    public void clear() {
        threads.clear();
        ahead.clear();
        pages.clear();
        cells.clear();
        unconcluded.clear();
        tally.clear();
        progress.clear();
        wakeUps.clear();
        drainedProgress = progress.toBytes();
    }

    /** The thread of a number, or null. */
    public ThreadState thread(long number) {
        return ahead.get(number);
    }

    /** Requests the memory of as many threads, of which some may not exist: a hint, which changes nothing but the time it takes. */
    public void lookAhead(long[] numbers, int count) {
        ahead.look(numbers, count);
    }

    /** In no order. */
    public void forEachThread(Consumer<ThreadState> action) {
        threads.forEach(action);
    }

    public ThreadState addThread(long number) {
        ThreadState thread = new ThreadState(number);
        threads.put(thread);
        pages.add(thread);
        return thread;
    }

    /**
     * One more document of a thread: to whom it was sent, and what is due when, is yet to be said.
     *
     * @param sender agency number
     * @param offset of the record
     * @throws IllegalArgumentException if something does not fit where it is kept
     */
    public DocumentState addDocument(
            ThreadState thread, DocumentSent content, int sender, long offset, int dispatches) {
        DocumentState document = thread.addDocument();
        document.open(content, sender, offset, dispatches, pool);
        thread.page.weigh(dispatches);
        return document;
    }

    /** A thread has changed and is to be stored. */
    public void changed(ThreadState thread) {
        pages.changed(thread);
    }

    public void drop(ThreadState thread) {
        threads.remove(thread.key);
        thread.drop(pool);
        changed(thread);
    }

    /** Makes sure that a thread is looked at when deadlines are announced up to an instant, or the watermark passes it, if not before. */
    public void wakeBy(ThreadState thread, long instant) {
        if (instant < thread.wakeAt) {
            thread.wakeAt = instant;
            wakeUps.add(thread);
        }
    }

    /** The same for the watermark alone. */
    public void holdUntil(ThreadState thread, long instant) {
        wakeUps.hold(thread, instant);
    }

    /** Takes a thread that wanted to be looked at by now; null where there is none. */
    public ThreadState takeWoken() {
        long watermark = progress.watermark();
        ThreadState thread = wakeUps.take(Math.max(watermark, progress.until()), watermark);
        if (thread != null) {
            thread.wakeAt = Deadlines.NEVER;
        }
        return thread;
    }
}
