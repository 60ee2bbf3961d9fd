package io.docaxis.consumer.state;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.hash.BitField;
import io.docaxis.common.obligation.Urgency;

/**
 * Threads of a page as a stored value: a version, then variable-length numbers; times as distances from the sending of their
 * document or from the fact before. Not thread-safe: one buffer, reused.
 */
final class ThreadPageCodec {

    private static final int VERSION = 3;

    private static final BitField BUSINESS = BitField.of(BusinessType.values(), 0, 2);
    private static final BitField URGENCY = BitField.of(Urgency.values(), 2, 2);

    private final BytesOut out = new BytesOut();
    /** Of the document that is read. */
    private final DocumentSent content = new DocumentSent();

    private final RowPool pool;

    /** @param pool where decoded documents have their rows from */
    ThreadPageCodec(RowPool pool) {
        this.pool = pool;
    }

    byte[] encode(ThreadPage page) {
        out.clear();
        out.number(VERSION);
        out.number(page.count());
        for (int i = 0; i < page.count(); i++) {
            write(page.get(i));
        }
        return out.toBytes();
    }

    private void write(ThreadState thread) {
        out.fixed(thread.key);
        out.number(thread.newestAt);
        out.number(count(thread));
        for (DocumentState document = thread.first(); document != null; document = document.next) {
            write(document);
        }
        out.number(thread.pendings().size());
        for (PendingReference pending : thread.pendings()) {
            write(pending);
        }
    }

    private static int count(ThreadState thread) {
        int count = 0;
        for (DocumentState document = thread.first(); document != null; document = document.next) {
            count++;
        }
        return count;
    }

    private void write(DocumentState document) {
        out.number(document.number);
        out.number(document.ordinal);
        out.number(document.sender);
        out.number(document.type);
        out.number(URGENCY.put(document.urgency) | BUSINESS.put(document.business));
        out.number(document.sentAt);
        out.number(afterSending(document, document.acknowledgeBy));
        out.number(afterSending(document, document.respondBy));
        out.number(document.offset);
        out.number(document.dispatches());
        for (int i = 0; i < document.dispatches(); i++) {
            out.number(document.receiver(i));
            out.number(document.revisions(i));
            writeFacts(document, i);
        }
    }

    /** 0: no such duty. */
    private static long afterSending(DocumentState document, long deadline) {
        return deadline == DocumentState.NO_DUTY ? 0 : deadline - document.sentAt + 1;
    }

    private void writeFacts(DocumentState document, int dispatch) {
        int count = document.facts(dispatch);
        out.number(count);
        long previous = document.sentAt;
        for (int i = 0; i < count; i++) {
            long fact = document.fact(dispatch, i);
            long at = Fact.occurredAt(fact);
            out.signed(at - previous);
            out.number(Fact.ordinal(fact));
            out.number(Fact.code(fact));
            previous = at;
        }
    }

    private void write(PendingReference pending) {
        out.number(pending.kind().ordinal());
        out.number(pending.emittedAt());
        out.number(pending.document());
        out.number(pending.from());
        out.number((long) pending.reporter() - DocumentSent.ABSENT);
        out.number(pending.code());
        out.number(pending.ordinal());
        out.number(pending.occurredAt());
    }

    /** @throws IllegalStateException if the value is of another version */
    ThreadPage decode(long number, byte[] stored) {
        BytesIn in = new BytesIn(stored);
        in.version(VERSION, "page of threads");
        int count = in.integer();
        ThreadPage page = new ThreadPage(number, count);
        for (int i = 0; i < count; i++) {
            page.add(readThread(in));
        }
        return page;
    }

    private ThreadState readThread(BytesIn in) {
        ThreadState state = new ThreadState(in.fixed());
        state.newestAt = in.number();
        int documents = in.integer();
        for (int i = 0; i < documents; i++) {
            readDocument(in, state.addDocument());
        }
        int pendings = in.integer();
        for (int i = 0; i < pendings; i++) {
            state.add(readPending(in));
        }
        return state;
    }

    private void readDocument(BytesIn in, DocumentState document) {
        content.document = in.integer();
        content.ordinal = in.integer();
        int sender = in.integer();
        content.type = in.integer();
        int marks = in.integer();
        content.urgency = (int) URGENCY.get(marks);
        content.business = (int) BUSINESS.get(marks);
        content.sentAt = in.number();
        document.acknowledgeBy = deadline(content.sentAt, in.number());
        document.respondBy = deadline(content.sentAt, in.number());
        long offset = in.number();
        int dispatches = in.integer();
        document.open(content, sender, offset, dispatches, pool);
        for (int i = 0; i < dispatches; i++) {
            document.setReceiver(i, in.integer());
            document.restoreRevisions(i, in.integer());
            readFacts(document, i, in);
        }
    }

    private static long deadline(long sentAt, long stored) {
        return stored == 0 ? DocumentState.NO_DUTY : sentAt + stored - 1;
    }

    private static void readFacts(DocumentState document, int dispatch, BytesIn in) {
        int count = in.integer();
        long at = document.sentAt;
        for (int i = 0; i < count; i++) {
            at += in.signed();
            document.add(dispatch, Fact.of(at, in.integer(), in.integer()));
        }
    }

    private static PendingReference readPending(BytesIn in) {
        return new PendingReference(
                PendingReference.Kind.of(in.integer()),
                in.number(),
                in.integer(),
                in.integer(),
                Math.toIntExact(in.number() + DocumentSent.ABSENT),
                in.integer(),
                in.integer(),
                in.number());
    }
}
