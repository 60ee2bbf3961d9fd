package io.docaxis.consumer.exchange;

import io.docaxis.common.hash.Keyed;
import io.docaxis.common.obligation.Deadlines;
import java.util.ArrayList;
import java.util.List;

/** What is remembered of a thread: its documents in the order of arrival, and what waits for one. Not thread-safe. */
final class ThreadState extends Keyed {

    /** When the latest event taken in occurred, seconds. */
    long newestAt;
    /** When it wants to be looked at; {@link Deadlines#NEVER}: not. Not stored. */
    long wakeAt = Deadlines.NEVER;
    /** In the list of changes. */
    boolean changed;
    /** The store has an entry of it. */
    boolean stored;

    boolean dropped;
    /** Its latest is not in the tally yet; what is, deadlines before {@link #concludedUntil} had passed for. Not stored. */
    boolean unconcluded;

    long concludedUntil;

    /** Documents are a chain: most threads hold one. */
    private DocumentState first;

    private List<Pending> pendings = List.of();

    ThreadState(long thread) {
        super(thread);
    }

    /** The first document to arrive, or null; {@link DocumentState#next} leads to the others. */
    DocumentState first() {
        return first;
    }

    /** The document of a number, or null. */
    DocumentState numbered(int number) {
        for (DocumentState document = first; document != null; document = document.next) {
            if (document.number == number) {
                return document;
            }
        }
        return null;
    }

    void add(DocumentState document) {
        if (first == null) {
            first = document;
            return;
        }
        DocumentState last = first;
        while (last.next != null) {
            last = last.next;
        }
        last.next = document;
    }

    /** In the order of arrival. */
    List<Pending> pendings() {
        return pendings;
    }

    void add(Pending pending) {
        if (pendings.isEmpty()) {
            pendings = new ArrayList<>(2);
        }
        pendings.add(pending);
    }

    /** Replaces what waits by what still does. */
    void keep(List<Pending> left) {
        pendings = left;
    }

    /** Lets go of everything: a thread that is dropped may stay in the list of changes for a while. */
    void drop() {
        dropped = true;
        wakeAt = Deadlines.NEVER;
        first = null;
        pendings = List.of();
    }
}
