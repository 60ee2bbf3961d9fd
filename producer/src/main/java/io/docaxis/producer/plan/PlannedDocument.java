package io.docaxis.producer.plan;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.obligation.Urgency;
import java.util.Arrays;

/** One document of a thread: its content as it will be sent, and what the plan knows beside. Reused; not thread-safe. */
public final class PlannedDocument {

    final DocumentSent content = new DocumentSent();
    /** Whatever way the content writes it. */
    int sender;

    int[] receivers = new int[4];
    int receiverCount;
    /** Deadline of <em>respond</em>, or {@link Course#NEVER} where there is no such duty. */
    long respondBy;

    public DocumentSent content() {
        return content;
    }

    /** Catalogue number. */
    public int sender() {
        return sender;
    }

    /** How many dispatches it makes. */
    public int receivers() {
        return receiverCount;
    }

    /** Catalogue number; without the sender, none twice. */
    public int receiver(int index) {
        return receivers[index];
    }

    int number() {
        return content.document;
    }

    long sentAt() {
        return content.sentAt;
    }

    Urgency urgency() {
        return Urgency.of(content.urgency);
    }

    boolean asksForResponse() {
        return respondBy != Course.NEVER;
    }

    void clear(long thread, int number) {
        content.clear();
        content.thread = thread;
        content.document = number;
        receiverCount = 0;
        respondBy = Course.NEVER;
    }

    void addReceiver(int agency) {
        if (receiverCount == receivers.length) {
            receivers = Arrays.copyOf(receivers, 2 * receiverCount);
        }
        receivers[receiverCount++] = agency;
        content.addReceiver(agency);
    }
}
