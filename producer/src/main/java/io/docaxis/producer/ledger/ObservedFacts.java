package io.docaxis.producer.ledger;

import io.docaxis.common.event.Status;
import java.util.Arrays;

/** All facts of one dispatch, sorted, and the questions that the rules ask of them. Not thread-safe. */
final class ObservedFacts {

    private static final long REFUSED = ObservedFact.codes(Status.REFUSED);
    private static final long ACCEPTED = ObservedFact.codes(Status.ACCEPTED);

    private ObservedFact[] sorted = new ObservedFact[4];
    private int size;
    /** Codes of all facts: most questions are about something that never happened. */
    private long codes;

    void add(ObservedFact fact) {
        if (size == sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * size);
        }
        int at = size++;
        while (at > 0 && sorted[at - 1].compareTo(fact) > 0) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = fact;
        codes |= 1L << fact.code();
    }

    boolean holdsEvent(int ordinal) {
        for (int i = 0; i < size; i++) {
            if (sorted[i].ordinal() == ordinal) {
                return true;
            }
        }
        return false;
    }

    boolean holdsStatus(int status) {
        for (int i = 0; i < size; i++) {
            if (sorted[i].status() == status) {
                return true;
            }
        }
        return false;
    }

    /** How many have one of the codes. */
    int count(long wanted) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += sorted[i].isOneOf(wanted) ? 1 : 0;
        }
        return count;
    }

    /** The first that has one of the codes, or null. */
    ObservedFact first(long wanted) {
        if ((codes & wanted) != 0) {
            for (int i = 0; i < size; i++) {
                if (sorted[i].isOneOf(wanted)) {
                    return sorted[i];
                }
            }
        }
        return null;
    }

    /** The first request to take the document back, or null. */
    ObservedFact recallRequest() {
        return first(ObservedFact.REQUESTS_RECALL);
    }

    /** The first answer to the request, or null: what was said before it answers nothing. */
    ObservedFact recallAnswer() {
        ObservedFact request = recallRequest();
        for (int i = 0; request != null && i < size; i++) {
            if (sorted[i].isOneOf(ObservedFact.ANSWERS_RECALL) && sorted[i].compareTo(request) > 0) {
                return sorted[i];
            }
        }
        return null;
    }

    /** The agreement to give the document back, or null. */
    ObservedFact recallAgreement() {
        ObservedFact answer = recallAnswer();
        return answer != null && answer.code() == Status.RECALL_AGREED ? answer : null;
    }

    /** The refusal that stands, or null: one with no acceptance before it. */
    ObservedFact standingRefusal() {
        ObservedFact first = first(REFUSED | ACCEPTED);
        return first != null && first.code() == Status.REFUSED ? first : null;
    }

    boolean isRefusedAndAccepted() {
        return first(REFUSED) != null && first(ACCEPTED) != null;
    }
}
