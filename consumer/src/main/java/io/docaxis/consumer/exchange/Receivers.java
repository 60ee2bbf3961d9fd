package io.docaxis.consumer.exchange;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentSent;
import java.util.Arrays;

/**
 * The receivers of a document as a set: known agencies, each once, without the sender, in the order first seen. Filled again
 * and again. Not thread-safe.
 */
final class Receivers {

    private int[] agencies = new int[128];
    private int count;
    private int removed;
    private int unknown;

    /** By agency: the filling that saw it last. */
    private int[] seen = {};

    private int filling;

    void fill(DocumentSent document, int sender, AgencyCatalogue catalogue) {
        count = 0;
        removed = 0;
        unknown = 0;
        if (seen.length != catalogue.size() || filling == Integer.MAX_VALUE) {
            seen = new int[catalogue.size()];
            filling = 0;
        }
        filling++;
        seen[sender] = filling;
        for (int i = 0; i < document.receiverCount; i++) {
            add(document.receivers[i]);
        }
        for (int i = 0; i < document.receiverCodeCount; i++) {
            add(catalogue.number(document.receiverCodes[i]));
        }
    }

    private void add(int agency) {
        if (agency < 0 || agency >= seen.length) {
            unknown++;
        } else if (seen[agency] == filling) {
            removed++;
        } else {
            seen[agency] = filling;
            if (count == agencies.length) {
                agencies = Arrays.copyOf(agencies, 2 * count);
            }
            agencies[count++] = agency;
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Entries dropped because they named the sender, or an agency a second time. */
    int removed() {
        return removed;
    }

    int unknown() {
        return unknown;
    }

    int count() {
        return count;
    }

    int get(int index) {
        return agencies[index];
    }
}
