package io.docaxis.producer.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What is known of a thread since it was first seen, or first seen again after it was forgotten. Not thread-safe. */
final class ObservedThread {

    private final SortedMap<Integer, ObservedDocument> documents = new TreeMap<>();
    /** The document asked for last: mostly it is asked for again. */
    private ObservedDocument asked;

    /** In order of arrival. */
    private final List<DocumentReference> waiting = new ArrayList<>();

    private long newestAt = Long.MIN_VALUE;
    /** Nothing of it is forgotten before: the latest of its documents' own. */
    private long rememberedUntil = Long.MIN_VALUE;
    /** The dispatch found last for which the thread is kept in mind; null at first. */
    private ObservedDispatch keeper;

    /** The document of a number, or null. */
    ObservedDocument document(int number) {
        if (asked == null || asked.number != number) {
            asked = documents.get(number);
        }
        return asked;
    }

    Collection<ObservedDocument> documents() {
        return documents.values();
    }

    void add(ObservedDocument document) {
        documents.put(document.number, document);
        rememberedUntil = Math.max(rememberedUntil, document.rememberedUntil);
    }

    void await(DocumentReference reference) {
        waiting.add(reference);
    }

    /** Takes out the waiting references to a document, in order of arrival. */
    List<DocumentReference> takeWaitingFor(int number) {
        return take(reference -> reference.about() == number);
    }

    /** Takes out the references that arrived before an instant. */
    List<DocumentReference> takeWaitingSinceBefore(long instant) {
        // the first has waited longest
        return waiting.isEmpty() || waiting.get(0).emittedAt() >= instant
                ? List.of()
                : take(reference -> reference.emittedAt() < instant);
    }

    /** Notes when an event that is taken in occurred; tells whether an earlier arrival occurred later. */
    boolean takeInOutOfOrder(long occurredAt) {
        boolean outOfOrder = occurredAt < newestAt;
        newestAt = Math.max(newestAt, occurredAt);
        return outOfOrder;
    }

    /** Whether nothing of the thread is kept in mind any more; expired references must be taken out before. */
    boolean isForgottenAt(long instant) {
        if (!waiting.isEmpty() || instant <= rememberedUntil || (keeper != null && !keeper.isForgottenAt(instant))) {
            return false;
        }
        for (ObservedDocument document : documents.values()) {
            for (ObservedDispatch dispatch : document.dispatches()) {
                if (!dispatch.isForgottenAt(instant)) {
                    keeper = dispatch;
                    return false;
                }
            }
        }
        return true;
    }

    private List<DocumentReference> take(Predicate<DocumentReference> wanted) {
        // mostly nothing waits
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<DocumentReference> taken = waiting.stream().filter(wanted).toList();
        waiting.removeIf(wanted);
        return taken;
    }
}
