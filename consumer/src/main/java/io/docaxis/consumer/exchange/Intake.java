package io.docaxis.consumer.exchange;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.Status;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.event.Unreadable;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TraceId;
import io.docaxis.consumer.state.ExchangeState;
import io.docaxis.consumer.state.Progress;
import io.docaxis.consumer.state.Run;

/** Checks the documents and statuses of the run: what cannot be is rejected by name, the rest goes to {@link Correspondence}. Not thread-safe. */
final class Intake {

    private final Progress progress;
    private final Tally tally;
    private final EventReader reader;
    private final DeadLetters deadLetters;
    private final Correspondence correspondence;
    private final Receivers receivers = new Receivers();

    /** @param reader that has read what is given here */
    Intake(ExchangeState state, EventReader reader, DeadLetters deadLetters, Correspondence correspondence) {
        progress = state.progress();
        tally = state.tally();
        this.reader = reader;
        this.deadLetters = deadLetters;
        this.correspondence = correspondence;
    }

    /** What a document counts as. */
    Counter document(DocumentSent document, long offset) {
        Counter misplaced = misplaced(EventKind.DOCUMENT_SENT, document.sentAt);
        if (misplaced != null) {
            return misplaced;
        }
        int sender = agency(document.sender, document.senderCode);
        if (sender < 0) {
            return Counter.REJECTED_UNKNOWN_SENDER;
        }
        receivers.fill(document, sender, progress.run().agencies());
        if (receivers.isEmpty()) {
            return deadLetters.add(Unreadable.NO_RECEIVER, offset);
        }
        return correspondence.sent(document, sender, receivers, reader.envelope().emittedAt, offset);
    }

    /** What a status counts as; null: it waits for its document. */
    Counter status(StatusReported status) {
        Counter misplaced = misplaced(EventKind.STATUS_REPORTED, status.occurredAt);
        if (misplaced != null) {
            return misplaced;
        }
        if (!Status.isKnown(status.status)) {
            return Counter.REJECTED_UNKNOWN_STATUS;
        }
        int receiver = agency(status.receiver, status.receiverCode);
        if (receiver < 0) {
            return Counter.REJECTED_UNKNOWN_AGENCY;
        }
        return correspondence.reported(status, receiver, reader.envelope().emittedAt);
    }

    /** What an event counts as whose time cannot be; null: it can, and where its clock and the channel's differ is counted. */
    private Counter misplaced(EventKind kind, long occurredAt) {
        Run run = progress.run();
        long emittedAt = reader.envelope().emittedAt;
        if (emittedAt - occurredAt > run.horizonS()) {
            return Counter.TOO_LATE;
        }
        if (occurredAt - emittedAt > run.horizonS()) {
            return Counter.OFF_CLOCK;
        }
        if (!run.knows(occurredAt)) {
            return Counter.REJECTED_OUTSIDE_CALENDAR;
        }
        if (occurredAt != emittedAt) {
            tally.count(occurredAt < emittedAt ? Counter.DELAYED : Counter.AHEAD, 1, identity(kind));
        }
        return null;
    }

    /** The number of an agency given by number or by code, or −1 where the catalogue has none. */
    private int agency(int number, String code) {
        AgencyCatalogue agencies = progress.run().agencies();
        if (code != null) {
            return agencies.number(code);
        }
        return number < agencies.size() ? number : -1;
    }

    /** By which the document or status that was read is counted. */
    long identity(EventKind kind) {
        return kind == EventKind.DOCUMENT_SENT
                ? TraceId.event(reader.document().thread, reader.document().ordinal)
                : TraceId.event(reader.status().thread, reader.status().ordinal);
    }
}
