package io.docaxis.producer.emission;

import io.docaxis.common.event.DocumentSent;
import java.util.Arrays;

/** Documents on their way, by slot: each kept while deliveries refer to it, then used again. Not thread-safe. */
final class DocumentPool {

    /** A document that has grown beyond this is not kept. */
    private static final int KEPT_RECEIVERS = 256;

    private DocumentSent[] slots = new DocumentSent[1024];
    private int[] references = new int[1024];
    private int[] free = new int[1024];
    private int freeCount;
    private int used;

    /** A slot with an empty document, referred to by nobody. */
    int take() {
        int slot;
        if (freeCount > 0) {
            slot = free[--freeCount];
        } else {
            if (used == slots.length) {
                slots = Arrays.copyOf(slots, 2 * used);
                references = Arrays.copyOf(references, 2 * used);
                free = Arrays.copyOf(free, 2 * used);
            }
            slot = used++;
        }
        if (slots[slot] == null) {
            slots[slot] = new DocumentSent();
        }
        slots[slot].clear();
        return slot;
    }

    DocumentSent at(int slot) {
        return slots[slot];
    }

    void refer(int slot) {
        references[slot]++;
    }

    void release(int slot) {
        if (--references[slot] == 0) {
            if (slots[slot].receivers.length > KEPT_RECEIVERS) {
                slots[slot] = null;
            }
            free[freeCount++] = slot;
        }
    }
}
