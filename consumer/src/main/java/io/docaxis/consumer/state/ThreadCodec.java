package io.docaxis.consumer.state;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.CaseKind;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.hash.BitField;
import io.docaxis.common.obligation.Urgency;
import java.io.IOException;

/**
 * A thread as it is stored: variable-length numbers; times as distances from the sending of their document or from the fact before. Not
 * thread-safe.
 */
final class ThreadCodec implements StoredPages.Codec<ThreadState> {

    private static final BitField BUSINESS = BitField.of(BusinessType.values(), 0, 2);
    private static final BitField URGENCY = BitField.of(Urgency.values(), 2, 2);

    /** Of the document that is read. */
    private final DocumentSent content = new DocumentSent();

    private final RowPool pool;

    /** @param pool where decoded documents have their rows from */
    ThreadCodec(RowPool pool) {
        this.pool = pool;
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public String name() {
        return "page of threads";
    }

    @Override
    public void write(ThreadState thread, CodedOutputStream out) throws IOException {
        out.writeFixed64NoTag(thread.key);
        out.writeUInt64NoTag(thread.newestAt);
        out.writeUInt64NoTag(count(thread));
        for (DocumentState document = thread.first(); document != null; document = document.next) {
            write(document, out);
        }
        out.writeUInt64NoTag(thread.pendings().size());
        for (PendingReference pending : thread.pendings()) {
            write(pending, out);
        }
    }

    private static int count(ThreadState thread) {
        int count = 0;
        for (DocumentState document = thread.first(); document != null; document = document.next) {
            count++;
        }
        return count;
    }

    private static void write(DocumentState document, CodedOutputStream out) throws IOException {
        out.writeUInt64NoTag(document.number);
        out.writeUInt64NoTag(document.ordinal);
        out.writeUInt64NoTag(document.sender);
        out.writeUInt64NoTag(document.type);
        out.writeUInt64NoTag(URGENCY.put(document.urgency) | BUSINESS.put(document.business));
        out.writeUInt64NoTag(document.sentAt);
        out.writeUInt64NoTag(afterSending(document, document.acknowledgeBy));
        out.writeUInt64NoTag(afterSending(document, document.respondBy));
        out.writeUInt64NoTag(document.offset);
        out.writeUInt64NoTag(document.dispatches());
        for (int i = 0; i < document.dispatches(); i++) {
            out.writeUInt64NoTag(document.receiver(i));
            out.writeUInt64NoTag(document.revisions(i));
            writeFacts(document, i, out);
        }
    }

    /** 0: no such duty. */
    private static long afterSending(DocumentState document, long deadline) {
        return deadline == DocumentState.NO_DUTY ? 0 : deadline - document.sentAt + 1;
    }

    private static void writeFacts(DocumentState document, int dispatch, CodedOutputStream out) throws IOException {
        int count = document.facts(dispatch);
        out.writeUInt64NoTag(count);
        long previous = document.sentAt;
        for (int i = 0; i < count; i++) {
            long fact = document.fact(dispatch, i);
            long at = Fact.occurredAt(fact);
            out.writeSInt64NoTag(at - previous);
            out.writeUInt64NoTag(Fact.ordinal(fact));
            out.writeUInt64NoTag(Fact.code(fact));
            previous = at;
        }
    }

    private static void write(PendingReference pending, CodedOutputStream out) throws IOException {
        out.writeUInt64NoTag(pending.kind().ordinal());
        out.writeUInt64NoTag(pending.emittedAt());
        out.writeUInt64NoTag(pending.document());
        out.writeUInt64NoTag(pending.from());
        out.writeUInt64NoTag((long) pending.reporter() - DocumentSent.ABSENT);
        out.writeUInt64NoTag(pending.code());
        out.writeUInt64NoTag(pending.ordinal());
        out.writeUInt64NoTag(pending.occurredAt());
    }

    @Override
    public ThreadState read(CodedInputStream in) throws IOException {
        ThreadState state = new ThreadState(CaseKind.require(in.readFixed64()));
        state.newestAt = in.readUInt64();
        int documents = integer(in);
        for (int i = 0; i < documents; i++) {
            readDocument(in, state.addDocument());
        }
        int pendings = integer(in);
        for (int i = 0; i < pendings; i++) {
            state.add(readPending(in));
        }
        return state;
    }

    private void readDocument(CodedInputStream in, DocumentState document) throws IOException {
        content.document = integer(in);
        content.ordinal = integer(in);
        int sender = integer(in);
        content.type = integer(in);
        int marks = integer(in);
        content.urgency = (int) URGENCY.get(marks);
        content.business = (int) BUSINESS.get(marks);
        content.sentAt = in.readUInt64();
        document.acknowledgeBy = deadline(content.sentAt, in.readUInt64());
        document.respondBy = deadline(content.sentAt, in.readUInt64());
        long offset = in.readUInt64();
        int dispatches = integer(in);
        document.open(content, sender, offset, dispatches, pool);
        for (int i = 0; i < dispatches; i++) {
            document.setReceiver(i, integer(in));
            document.setRevisions(i, in.readUInt64());
            readFacts(document, i, in);
        }
    }

    private static long deadline(long sentAt, long stored) {
        return stored == 0 ? DocumentState.NO_DUTY : sentAt + stored - 1;
    }

    private static void readFacts(DocumentState document, int dispatch, CodedInputStream in) throws IOException {
        int count = integer(in);
        long at = document.sentAt;
        for (int i = 0; i < count; i++) {
            at += in.readSInt64();
            document.add(dispatch, Fact.of(at, integer(in), integer(in)));
        }
    }

    private static PendingReference readPending(CodedInputStream in) throws IOException {
        return new PendingReference(
                PendingReference.Kind.of(integer(in)),
                in.readUInt64(),
                integer(in),
                integer(in),
                Math.toIntExact(in.readUInt64() + DocumentSent.ABSENT),
                integer(in),
                integer(in),
                in.readUInt64());
    }

    private static int integer(CodedInputStream in) throws IOException {
        return Math.toIntExact(in.readUInt64());
    }
}
