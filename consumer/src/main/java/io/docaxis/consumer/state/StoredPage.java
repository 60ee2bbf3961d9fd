package io.docaxis.consumer.state;

import io.docaxis.common.hash.Keyed;

/** What is stored as one entry: some that were added one after the other. Its key is its number. Not thread-safe. */
final class StoredPage<T extends StoredPage.Member<T>> extends Keyed {

    /** What is stored with others of its age. */
    interface Member<T extends Member<T>> {

        /** With which others it is stored. */
        StoredPage<T> page();

        void setPage(StoredPage<T> page);

        /** Whether it is to be stored no more. */
        boolean isDropped();
    }

    /** In the list of changes. */
    boolean changed;
    /** The store has an entry of it. */
    boolean stored;

    /** An entry takes up to some twenty bytes for each of its dispatches, and should stay far below what any broker takes. */
    private static final int MOST_DISPATCHES = 1_000;

    private final T[] members;
    private int count;
    /** Of all that were ever added. */
    private int dispatches;

    /** @param room how many have room in it */
    @SuppressWarnings("unchecked") // nothing else is put in
    StoredPage(long number, int room) {
        super(number);
        members = (T[]) new Member<?>[room];
    }

    boolean isFull() {
        return count == members.length || dispatches >= MOST_DISPATCHES;
    }

    /** One of its members has got more dispatches. */
    void weigh(int more) {
        dispatches += more;
    }

    void add(T member) {
        members[count++] = member;
        member.setPage(this);
    }

    int count() {
        return count;
    }

    T get(int i) {
        return members[i];
    }

    /** Lets go of those that were dropped. */
    void sweep() {
        int left = 0;
        for (int i = 0; i < count; i++) {
            T member = members[i];
            members[i] = null;
            if (!member.isDropped()) {
                members[left++] = member;
            }
        }
        count = left;
    }
}
