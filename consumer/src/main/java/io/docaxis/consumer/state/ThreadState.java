package io.docaxis.consumer.state;

import io.docaxis.common.obligation.Deadlines;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of a thread: its documents in the order of arrival, and what waits for one. It <em>is</em> its first document
 * as well, once that has come: most threads hold one, and there is one object less to reach and to keep for each. Not thread-safe.
 */
public final class ThreadState extends DocumentState implements StoredPage.Member<ThreadState> {

    /** When the latest event taken in occurred, seconds. */
    public long newestAt;
    /** When it wants to be looked at; {@link Deadlines#NEVER}: not. Not stored. */
    long wakeAt = Deadlines.NEVER;
    /** With which threads it is stored. */
    StoredPage<ThreadState> page;

    private boolean dropped;
    /** Its latest is not in the tally yet; what is, deadlines before {@link #concludedUntil} had passed for. Not stored. */
    public boolean unconcluded;

    public long concludedUntil;

    private boolean hasDocument;

    private List<PendingReference> pendings = List.of();

    ThreadState(long thread) {
        super(thread);
    }

    /**
     * Reads a little of it, so that its memory is at hand: it lies in two lines of the cache, its key in the first, and its rows in
     * others.
     *
     * @return something to keep, lest the compiler leave the reading out
     */
    long touch() {
        return key + newestAt + anyWord();
    }

    @Override
    public void setPage(StoredPage<ThreadState> newPage) {
        page = newPage;
    }

    @Override
    public StoredPage<ThreadState> page() {
        return page;
    }

    @Override
    public boolean isDropped() {
        return dropped;
    }

    /** The first document to arrive, or null; {@link DocumentState#next} leads to the others. */
    public DocumentState first() {
        return hasDocument ? this : null;
    }

    /** The document of a number, or null. */
    public DocumentState numbered(int number) {
        for (DocumentState document = first(); document != null; document = document.next) {
            if (document.number == number) {
                return document;
            }
        }
        return null;
    }

    /** One more document, of which nothing is known yet: open it. */
    DocumentState addDocument() {
        if (!hasDocument) {
            hasDocument = true;
            return this;
        }
        DocumentState last = this;
        while (last.next != null) {
            last = last.next;
        }
        last.next = new DocumentState(key);
        return last.next;
    }

    /** In the order of arrival. */
    public List<PendingReference> pendings() {
        return pendings;
    }

    public void add(PendingReference pending) {
        if (pendings.isEmpty()) {
            pendings = new ArrayList<>(2);
        }
        pendings.add(pending);
    }

    /** Replaces what waits by what still does. */
    public void keep(List<PendingReference> left) {
        pendings = left;
    }

    /** Lets go of everything: a thread that is dropped stays in its page for a while. Rows go back to where they came from. */
    void drop(RowPool pool) {
        dropped = true;
        wakeAt = Deadlines.NEVER;
        for (DocumentState document = first(); document != null; ) {
            DocumentState after = document.next;
            document.letGo(pool);
            document = after;
        }
        hasDocument = false;
        pendings = List.of();
    }
}
