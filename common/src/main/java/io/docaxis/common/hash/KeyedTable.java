package io.docaxis.common.hash;

import java.util.function.Consumer;

/**
 * A set of objects found by their own key: open addressing with linear probing, at most a quarter full. The keys are in the objects,
 * which whoever asks is about to touch anyway; so a look-up costs one cache miss beside the object's own, where a map with its
 * keys in an array of their own costs two. But each object in the way is one more miss: half full, the nation's exchange is a
 * fifteenth slower, for less than a megabyte a partition. Not thread-safe.
 */
public final class KeyedTable<T extends Keyed> {

    private static final int FIRST_ROOM = 64;
    /** Slots for an object, at least. */
    private static final int ROOM = 4;

    private Keyed[] slots = new Keyed[FIRST_ROOM];
    private int shift = shiftFor(FIRST_ROOM);
    private int size;

    public int size() {
        return size;
    }

    /** The object of a key, or null. */
    @SuppressWarnings("unchecked") // nothing else is put in
    public T get(long key) {
        Keyed[] all = slots;
        int mask = all.length - 1;
        int at = home(key);
        Keyed found = all[at];
        while (found != null && found.key != key) {
            at = at + 1 & mask;
            found = all[at];
        }
        return (T) found;
    }

    /** Adds an object, or replaces the one with its key. */
    public void put(T object) {
        int at = find(object.key);
        if (slots[at] == null) {
            if (ROOM * (size + 1) > slots.length) {
                grow();
                at = find(object.key);
            }
            size++;
        }
        slots[at] = object;
    }

    /** Takes the object of a key out; nothing happens where there is none. */
    public void remove(long key) {
        int mask = slots.length - 1;
        int gap = find(key);
        if (slots[gap] == null) {
            return;
        }
        size--;
        slots[gap] = null;
        // whoever was pushed beyond the gap moves up, so that a search may end at the first empty slot
        for (int at = gap + 1 & mask; slots[at] != null; at = at + 1 & mask) {
            int home = home(slots[at].key);
            if ((at - home & mask) >= (at - gap & mask)) {
                slots[gap] = slots[at];
                slots[at] = null;
                gap = at;
            }
        }
    }

    /** In no order; the table must not change meanwhile. */
    @SuppressWarnings("unchecked") // nothing else is put in
    public void forEach(Consumer<? super T> action) {
        for (Keyed object : slots) {
            if (object != null) {
                action.accept((T) object);
            }
        }
    }

    public void clear() {
        slots = new Keyed[FIRST_ROOM];
        shift = shiftFor(FIRST_ROOM);
        size = 0;
    }

    /** Where the object of a key is, or would be. */
    private int find(long key) {
        int mask = slots.length - 1;
        int at = home(key);
        while (slots[at] != null && slots[at].key != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private int home(long key) {
        return (int) (key * Hash.GOLDEN >>> shift);
    }

    private void grow() {
        Keyed[] old = slots;
        slots = new Keyed[2 * old.length];
        shift = shiftFor(slots.length);
        for (Keyed object : old) {
            if (object != null) {
                slots[find(object.key)] = object;
            }
        }
    }

    private static int shiftFor(int room) {
        return Long.SIZE - Integer.numberOfTrailingZeros(room);
    }
}
