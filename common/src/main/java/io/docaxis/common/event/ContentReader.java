package io.docaxis.common.event;

import static io.docaxis.common.event.WireFormat.BYTES;
import static io.docaxis.common.event.WireFormat.VARINT;

import io.docaxis.common.event.WireReader.Malformed;

/** Reads the fields of documents and statuses, whatever their order. */
final class ContentReader {

    /** The highest of two bits, as an urgency and a business type are. */
    private static final int MAX_OF_FOUR = 3;

    private ContentReader() {}

    /** Reads a document out of all that is left. */
    static void read(WireReader in, DocumentSent d) throws Malformed {
        d.clear();
        while (in.hasMore()) {
            int from = in.at();
            if (in.isNext((1 << 3) | VARINT)) {
                d.thread = in.number(EventLimits.MAX_THREAD);
            }
            if (in.isNext((2 << 3) | VARINT)) {
                d.ordinal = in.number(EventLimits.MAX_ORDINAL);
            }
            if (in.isNext((3 << 3) | VARINT)) {
                d.document = in.number(EventLimits.MAX_DOCUMENT);
            }
            if (in.isNext((4 << 3) | VARINT)) {
                d.sender = in.number(Integer.MAX_VALUE);
            }
            if (in.isNext((5 << 3) | BYTES)) {
                d.senderCode = in.string();
            }
            if (in.isNext((6 << 3) | BYTES)) {
                addReceivers(in, in.length(), d);
            }
            if (in.isNext((6 << 3) | VARINT)) {
                d.addReceiver(in.number(Integer.MAX_VALUE));
            }
            if (in.isNext((7 << 3) | BYTES)) {
                d.addReceiverCode(in.string());
            }
            if (in.isNext((8 << 3) | VARINT)) {
                d.type = in.number(DocumentType.count() - 1);
            }
            if (in.isNext((9 << 3) | VARINT)) {
                d.urgency = in.number(MAX_OF_FOUR);
            }
            if (in.isNext((10 << 3) | VARINT)) {
                d.business = in.number(MAX_OF_FOUR);
            }
            if (in.isNext((11 << 3) | VARINT)) {
                d.signedAt = in.number(EventLimits.MAX_TIME);
            }
            if (in.isNext((12 << 3) | VARINT)) {
                d.sentAt = in.number(EventLimits.MAX_TIME);
            }
            if (in.isNext((13 << 3) | VARINT)) {
                d.dueOn = (int) in.varint();
            }
            if (in.isNext((14 << 3) | BYTES)) {
                d.dueOnText = in.string();
            }
            if (in.isNext((15 << 3) | VARINT)) {
                d.answers = in.number(EventLimits.MAX_DOCUMENT);
            }
            if (in.isNext((16 << 3) | VARINT)) {
                d.concerns = in.number(EventLimits.MAX_DOCUMENT);
            }
            if (in.at() == from) {
                in.skipField();
            }
        }
        if (d.senderCode != null) {
            d.sender = DocumentSent.ABSENT;
        }
    }

    private static void addReceivers(WireReader in, int length, DocumentSent into) throws Malformed {
        int stop = in.at() + length;
        while (in.at() < stop) {
            into.addReceiver(in.number(Integer.MAX_VALUE));
        }
        if (in.at() != stop) {
            throw WireReader.MALFORMED;
        }
    }

    /** Reads a status out of all that is left. */
    static void read(WireReader in, StatusReported s) throws Malformed {
        s.clear();
        while (in.hasMore()) {
            int from = in.at();
            if (in.isNext((1 << 3) | VARINT)) {
                s.thread = in.number(EventLimits.MAX_THREAD);
            }
            if (in.isNext((2 << 3) | VARINT)) {
                s.ordinal = in.number(EventLimits.MAX_ORDINAL);
            }
            if (in.isNext((3 << 3) | VARINT)) {
                s.document = in.number(EventLimits.MAX_DOCUMENT);
            }
            if (in.isNext((4 << 3) | VARINT)) {
                s.receiver = in.number(Integer.MAX_VALUE);
            }
            if (in.isNext((5 << 3) | BYTES)) {
                s.receiverCode = in.string();
            }
            if (in.isNext((6 << 3) | VARINT)) {
                s.reporter = in.number(Integer.MAX_VALUE);
            }
            if (in.isNext((7 << 3) | VARINT)) {
                s.status = in.number(Integer.MAX_VALUE);
            }
            if (in.isNext((8 << 3) | VARINT)) {
                s.occurredAt = in.number(EventLimits.MAX_TIME);
            }
            if (in.at() == from) {
                in.skipField();
            }
        }
        if (s.receiverCode != null) {
            s.receiver = DocumentSent.ABSENT;
        }
    }
}
