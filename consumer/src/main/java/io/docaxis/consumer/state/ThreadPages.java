package io.docaxis.consumer.state;

import io.docaxis.common.hash.KeyedTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/**
 * How threads are stored: some at a time, as pages. At full speed nearly every thread that is remembered changes between two commits,
 * and nearly every one that was stored is forgotten; an entry for each, and another for its end, would cost Kafka more than the
 * threads in them cost the exchange. Threads of a page are of one age, so they lie together in memory, and most of them are
 * forgotten together. Not thread-safe.
 */
final class ThreadPages {

    private final KeyedTable<ThreadState> threads;
    private final int threadsPerPage;
    private final ThreadPageCodec codec;
    private final List<StoredPage<ThreadState>> changed = new ArrayList<>();
    /** Where the next thread goes, if there is room; or null. */
    private StoredPage<ThreadState> open;

    private long next;
    /** Filled while entries are put back, for a later entry of a page replaces an earlier one. */
    private final KeyedTable<StoredPage<ThreadState>> restored = new KeyedTable<>();

    /**
     * @param threads all that are remembered: where restored ones are put
     * @param threadsPerPage at most; pages that were stored may have more
     * @param pool where restored ones have their rows from
     */
    ThreadPages(KeyedTable<ThreadState> threads, int threadsPerPage, RowPool pool) {
        this.threads = threads;
        this.threadsPerPage = threadsPerPage;
        codec = new ThreadPageCodec(pool);
    }

    /** Finds a page for a new thread. */
    void add(ThreadState thread) {
        if (open == null || open.isFull()) {
            open = new StoredPage<>(next++, threadsPerPage);
        }
        thread.addTo(open);
    }

    /** A thread has changed, or was dropped. */
    void changed(ThreadState thread) {
        StoredPage<ThreadState> page = thread.page;
        if (!page.changed) {
            page.changed = true;
            changed.add(page);
        }
    }

    /** How many pages would be written (or deleted) now. */
    int changedCount() {
        return changed.size();
    }

    /**
     * Gives every page that changed since the last drain, once; one that has come and gone in between, not at all.
     *
     * @param to takes the value, null where all of the page's threads were dropped, and the page's number
     */
    void drain(ObjLongConsumer<byte[]> to) {
        for (int i = 0; i < changed.size(); i++) {
            StoredPage<ThreadState> page = changed.get(i);
            page.changed = false;
            page.sweep(ThreadState::isDropped);
            if (page.count() > 0) {
                page.stored = true;
                to.accept(codec.encode(page), page.key);
            } else if (page.stored) {
                page.stored = false;
                to.accept(null, page.key);
            }
        }
        changed.clear();
    }

    /** More entries are to be put back than those that made what is here. */
    void restoreMore() {
        threads.forEach(thread -> restored.put(thread.page));
        // its entry may be put back too, and is another page then
        open = null;
    }

    /** Replaces the threads of a page by those of a stored value; null: there are none. Then call {@link #restored}. */
    void restore(long number, byte[] valueOrNull) throws IOException {
        StoredPage<ThreadState> old = restored.get(number);
        if (old != null) {
            for (int i = 0; i < old.count(); i++) {
                forget(old.get(i));
            }
            restored.remove(number);
        }
        if (valueOrNull != null) {
            StoredPage<ThreadState> page = codec.decode(number, valueOrNull);
            page.stored = true;
            restored.put(page);
            for (int i = 0; i < page.count(); i++) {
                threads.put(page.get(i));
            }
            next = Math.max(next, number + 1);
        }
    }

    /** One that was forgotten and came again may be in another page already. */
    private void forget(ThreadState thread) {
        if (threads.get(thread.key) == thread) {
            threads.remove(thread.key);
        }
    }

    /** All entries were put back. */
    void restored() {
        restored.clear();
    }

    void clear() {
        changed.clear();
        restored.clear();
        open = null;
        next = 0;
    }
}
