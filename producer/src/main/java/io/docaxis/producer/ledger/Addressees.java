package io.docaxis.producer.ledger;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentSent;
import java.util.Arrays;

/**
 * Who sends a document and to whom it really goes, by catalogue number, whatever way the record writes them.
 *
 * @param sender {@link #UNKNOWN} where the catalogue has no such agency
 * @param receivers known ones without the sender, each once, in the order of their numbers
 * @param removed how many were named twice, or are the sender
 * @param unknown how many the catalogue does not have
 */
record Addressees(int sender, int[] receivers, int removed, int unknown) {

    static final int UNKNOWN = -1;

    static Addressees of(DocumentSent document, AgencyCatalogue agencies) {
        int sender = number(document.senderCode, document.sender, agencies);
        int named = document.receiverCount + document.receiverCodeCount;
        int[] others = new int[named];
        int count = 0;
        int known = 0;
        for (int i = 0; i < named; i++) {
            int code = i - document.receiverCount;
            int receiver = code < 0
                    ? number(null, document.receivers[i], agencies)
                    : number(document.receiverCodes[code], UNKNOWN, agencies);
            if (receiver != UNKNOWN) {
                known++;
                if (receiver != sender) {
                    others[count++] = receiver;
                }
            }
        }
        int[] receivers = eachOnce(others, count);
        return new Addressees(sender, receivers, known - receivers.length, named - known);
    }

    /** The first numbers, up to a count, sorted, each once. */
    private static int[] eachOnce(int[] numbers, int count) {
        Arrays.sort(numbers, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || numbers[i] != numbers[i - 1]) {
                numbers[kept++] = numbers[i];
            }
        }
        return Arrays.copyOf(numbers, kept);
    }

    /** The number of an agency that a record names by code, or else by number. */
    static int number(String code, int number, AgencyCatalogue agencies) {
        if (code != null) {
            return agencies.number(code);
        }
        return number >= 0 && number < agencies.size() ? number : UNKNOWN;
    }
}
