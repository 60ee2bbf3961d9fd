package io.docaxis.producer.emission;

import io.docaxis.common.hash.BitField;
import io.docaxis.producer.plan.Excerpt;
import java.util.Arrays;

/** When and in which form the events of one thread are delivered. Used again by the next thread; not thread-safe. */
final class ThreadDeliveries {

    /** Instead of an instant: an event is dropped. */
    static final long NEVER = Long.MAX_VALUE;

    private static final BitField FORM = BitField.of(DeliveryForm.values(), 0, DeliveryForm.BITS);
    private static final BitField ORDINAL = FORM.above("ordinal", 16);
    /** Seconds from the origin: the lowest key is the first delivery. */
    private static final BitField TIME = ORDINAL.above("time of a delivery", 44);

    /** By ordinal, or {@link #NEVER}. */
    private long[] firstAt = new long[64];
    /** (time from the origin, ordinal, form) of each delivery. */
    private long[] deliveries = new long[64];

    private int count;
    private long origin;

    /** Begins a thread. */
    void clear(long originAt) {
        origin = originAt;
        count = 0;
    }

    /** Makes room for the first delivery of each event. */
    void expect(int events) {
        if (firstAt.length < events) {
            firstAt = new long[2 * events];
        }
    }

    /** Sets when an event is first delivered, or {@link #NEVER}. */
    void setFirst(int ordinal, long at) {
        firstAt[ordinal] = at;
    }

    /** When an event of the plan is first delivered, or {@link #NEVER}; of threads that the channel disturbs. */
    long firstAt(int ordinal) {
        return firstAt[ordinal];
    }

    void add(long at, int ordinal, DeliveryForm form) {
        if (count == deliveries.length) {
            deliveries = Arrays.copyOf(deliveries, 2 * count);
        }
        deliveries[count++] = packed(at - origin, ordinal, form.ordinal());
    }

    /** Most are in order already, for events are: few have to move, which costs less than to look for a better way. */
    void sort() {
        for (int i = 1; i < count; i++) {
            long delivery = deliveries[i];
            int at = i;
            while (at > 0 && deliveries[at - 1] > delivery) {
                deliveries[at] = deliveries[--at];
            }
            deliveries[at] = delivery;
        }
    }

    int count() {
        return count;
    }

    /** Whether a delivery of the thread comes in an excerpt of the world; what is dropped takes its turn, too. */
    boolean isDelivered(int index, Excerpt excerpt, long thread) {
        long at = emittedAt(index);
        return excerpt.isDelivered(at, thread, excerpt.cut().isWithin(at, thread) ? placeOf(index) : 0);
    }

    private int placeOf(int index) {
        int place = 0;
        for (int i = 0; i < index; i++) {
            place += emittedAt(i) == emittedAt(index) ? 1 : 0;
        }
        return place;
    }

    long emittedAt(int index) {
        return origin + TIME.get(deliveries[index]);
    }

    int ordinal(int index) {
        return (int) ORDINAL.get(deliveries[index]);
    }

    DeliveryForm form(int index) {
        return DeliveryForm.of((int) FORM.get(deliveries[index]));
    }

    static long packed(long afterOriginS, int ordinal, int form) {
        if ((TIME.excess(afterOriginS) | ORDINAL.excess(ordinal) | FORM.excess(form)) != 0) {
            return TIME.put(afterOriginS) | ORDINAL.put(ordinal) | FORM.put(form); // one of them throws
        }
        return TIME.placed(afterOriginS) | ORDINAL.placed(ordinal) | form;
    }
}
