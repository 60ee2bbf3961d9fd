package io.docaxis.producer.plan;

import io.docaxis.common.agency.AgencyCatalogue;

/**
 * Draws senders and receivers: level 1 twice as often as all levels together (an assumption), within that evenly. Holds a
 * scratch array of the catalogue's size; one per planner. Not thread-safe.
 */
final class Participants {

    private static final int ANY_LEVEL = 3;

    private final int level1;
    private final int all;
    /** Every number at its own place, between calls. */
    private final int[] pool;

    private int[] swapped = new int[16];

    Participants(AgencyCatalogue agencies) {
        level1 = AgencyCatalogue.level1Count();
        all = agencies.size();
        pool = new int[all];
        for (int i = 0; i < all; i++) {
            pool[i] = i;
        }
    }

    int sender(Draws draws) {
        return draws.below(size(draws));
    }

    /** Adds that number of receivers, none twice, none the sender; a document to all of level 1 names its sender as well. */
    void receivers(Draws draws, PlannedDocument document, int count) {
        int size = size(draws);
        int sender = document.sender;
        int others = sender < size ? size - 1 : size;
        if (count > others) {
            size = all;
            others = all - 1;
        }
        boolean toAllOfLevel1 = sender < level1 && size == level1 && count == others;
        if (swapped.length < count) {
            swapped = new int[count];
        }
        if (sender < size) {
            swap(sender, size - 1);
        }
        for (int i = 0; i < count; i++) {
            swapped[i] = i + draws.below(others - i);
            swap(i, swapped[i]);
            document.addReceiver(pool[i]);
        }
        for (int i = count - 1; i >= 0; i--) {
            swap(i, swapped[i]);
        }
        if (sender < size) {
            swap(sender, size - 1);
        }
        if (toAllOfLevel1) {
            document.content.addReceiver(sender);
        }
    }

    private int size(Draws draws) {
        return all == level1 || !draws.oneIn(ANY_LEVEL) ? level1 : all;
    }

    private void swap(int i, int j) {
        int kept = pool[i];
        pool[i] = pool[j];
        pool[j] = kept;
    }
}
