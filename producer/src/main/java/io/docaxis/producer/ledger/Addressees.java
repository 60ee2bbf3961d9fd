package io.docaxis.producer.ledger;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentSent;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who sends a document and to whom it really goes, by catalogue number, whatever way the record writes them.
 *
 * @param sender {@link #UNKNOWN} where the catalogue has no such agency
 * @param receivers known ones without the sender, each once
 * @param removed how many were named twice, or are the sender
 * @param unknown how many the catalogue does not have
 */
record Addressees(int sender, SortedSet<Integer> receivers, int removed, int unknown) {

    static final int UNKNOWN = -1;

    static Addressees of(DocumentSent document, AgencyCatalogue agencies) {
        int sender = number(document.senderCode, document.sender, agencies);
        SortedSet<Integer> receivers = new TreeSet<>();
        int known = 0;
        int named = document.receiverCount + document.receiverCodeCount;
        for (int i = 0; i < named; i++) {
            int code = i - document.receiverCount;
            int receiver = code < 0
                    ? number(null, document.receivers[i], agencies)
                    : number(document.receiverCodes[code], UNKNOWN, agencies);
            if (receiver != UNKNOWN) {
                known++;
                if (receiver != sender) {
                    receivers.add(receiver);
                }
            }
        }
        return new Addressees(sender, receivers, known - receivers.size(), named - known);
    }

    /** The number of an agency that a record names by code, or else by number. */
    static int number(String code, int number, AgencyCatalogue agencies) {
        if (code != null) {
            return agencies.number(code);
        }
        return number >= 0 && number < agencies.size() ? number : UNKNOWN;
    }
}
