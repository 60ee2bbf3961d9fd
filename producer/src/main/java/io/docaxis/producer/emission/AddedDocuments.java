package io.docaxis.producer.emission;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
import io.docaxis.producer.plan.PlannedDocument;
import io.docaxis.producer.plan.ThreadPlan;
import java.util.ArrayList;
import java.util.List;

/** Documents of one thread that the channel makes up, under ordinals and numbers after the thread's own. Reused; not thread-safe. */
final class AddedDocuments {

    /** A code that no catalogue has. */
    private static final String NOBODY = "G99";

    private final List<DocumentSent> documents = new ArrayList<>();
    private int count;

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    DocumentSent document(int index) {
        return documents.get(index);
    }

    /** A document like another whose only receiver is its sender; gives its ordinal. */
    int toNobodyElse(ThreadPlan plan, PlannedDocument like) {
        DocumentSent made = make(plan, like);
        made.sender = like.sender();
        made.receiverCount = 0;
        made.addReceiver(like.sender());
        return made.ordinal;
    }

    /** A document like another from a sender outside the catalogue; gives its ordinal. */
    int fromNobodyKnown(ThreadPlan plan, PlannedDocument like) {
        DocumentSent made = make(plan, like);
        made.sender = DocumentSent.ABSENT;
        made.senderCode = NOBODY;
        return made.ordinal;
    }

    /** Makes a status one for an agency outside the catalogue. */
    static void fromNobodyKnown(StatusReported status) {
        status.receiver = DocumentSent.ABSENT;
        status.receiverCode = NOBODY;
    }

    private DocumentSent make(ThreadPlan plan, PlannedDocument like) {
        if (count == documents.size()) {
            documents.add(new DocumentSent());
        }
        DocumentSent made = documents.get(count);
        made.copy(like.content());
        made.senderCode = null;
        made.receiverCodeCount = 0;
        made.ordinal = plan.events() + count;
        made.document = plan.documents() + 1 + count;
        made.answers = DocumentSent.ABSENT;
        made.concerns = DocumentSent.ABSENT;
        count++;
        return made;
    }
}
