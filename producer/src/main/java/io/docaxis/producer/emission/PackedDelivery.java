package io.docaxis.producer.emission;

import io.docaxis.common.event.StatusReported;
import io.docaxis.common.hash.BitField;

/** What a delivery that waits remembers beside its thread and its times, packed: a detail, and of a status its subject. */
final class PackedDelivery {

    /** Of the subject of a status. */
    private static final BitField RECEIVER = BitField.lowest("receiver", 18);

    private static final BitField DOCUMENT = RECEIVER.above("document", 10);
    /** One more than the agency: who is absent is 0. */
    private static final BitField REPORTER = DOCUMENT.above("reporter", 32);

    /** Of the detail of a delivery; the code of a document is 0. */
    private static final BitField ORDINAL = BitField.lowest("ordinal", 16);

    private static final BitField FORM = BitField.of(DeliveryForm.values(), 16, DeliveryForm.BITS);
    private static final BitField CODE = FORM.above("status code", 9);

    private PackedDelivery() {}

    /** @throws IllegalArgumentException if a number does not fit */
    static int detail(int ordinal, int form, int code) {
        if ((CODE.excess(code) | FORM.excess(form) | ORDINAL.excess(ordinal)) != 0) {
            return (int) (CODE.put(code) | FORM.put(form) | ORDINAL.put(ordinal)); // one of them throws
        }
        return (int) (CODE.placed(code) | FORM.placed(form)) | ordinal;
    }

    static DeliveryForm form(int detail) {
        return DeliveryForm.of((int) FORM.get(detail));
    }

    static int ordinal(int detail) {
        return (int) ORDINAL.get(detail);
    }

    static int code(int detail) {
        return (int) CODE.get(detail);
    }

    /** @throws IllegalArgumentException if a number does not fit */
    static long subject(int reporter, int document, int receiver) {
        if ((REPORTER.excess(reporter + 1L) | DOCUMENT.excess(document) | RECEIVER.excess(receiver)) != 0) {
            return REPORTER.put(reporter + 1L) | DOCUMENT.put(document) | RECEIVER.put(receiver); // one of them throws
        }
        return REPORTER.placed(reporter + 1L) | DOCUMENT.placed(document) | receiver;
    }

    /** Lets a status be about a subject. */
    static void setSubject(StatusReported status, long subject) {
        status.document = (int) DOCUMENT.get(subject);
        status.receiver = (int) RECEIVER.get(subject);
        status.reporter = (int) REPORTER.get(subject) - 1;
    }
}
