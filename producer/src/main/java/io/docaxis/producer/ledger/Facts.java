package io.docaxis.producer.ledger;

import io.docaxis.common.event.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** All facts of one dispatch, sorted, and the questions that the rules ask of them. Not thread-safe. */
final class Facts {

    private final List<Fact> sorted = new ArrayList<>(4);

    void add(Fact fact) {
        int at = Collections.binarySearch(sorted, fact);
        sorted.add(at < 0 ? -1 - at : at, fact);
    }

    boolean any(Predicate<Fact> wanted) {
        return first(wanted) != null;
    }

    int count(Predicate<Fact> wanted) {
        int count = 0;
        for (Fact fact : sorted) {
            count += wanted.test(fact) ? 1 : 0;
        }
        return count;
    }

    /** The first such fact, or null. */
    Fact first(Predicate<Fact> wanted) {
        for (Fact fact : sorted) {
            if (wanted.test(fact)) {
                return fact;
            }
        }
        return null;
    }

    /** The first of a code, or null. */
    Fact first(int code) {
        return first(fact -> fact.code() == code);
    }

    /** The first request to take the document back, or null. */
    Fact recallRequest() {
        return first(Fact::requestsRecall);
    }

    /** The first answer to the request, or null: what was said before it answers nothing. */
    Fact recallAnswer() {
        Fact request = recallRequest();
        return request == null ? null : first(fact -> fact.answersRecall() && fact.compareTo(request) > 0);
    }

    /** The agreement to give the document back, or null. */
    Fact recallAgreement() {
        Fact answer = recallAnswer();
        return answer != null && answer.code() == Status.RECALL_AGREED ? answer : null;
    }

    /** The refusal that stands, or null: one with no acceptance before it. */
    Fact standingRefusal() {
        Fact first = first(fact -> fact.code() == Status.REFUSED || fact.code() == Status.ACCEPTED);
        return first != null && first.code() == Status.REFUSED ? first : null;
    }

    boolean isRefusedAndAccepted() {
        return first(Status.REFUSED) != null && first(Status.ACCEPTED) != null;
    }
}
