package io.docaxis.consumer.conclusion;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.event.WireWriter;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.consumer.state.DocumentState;
import io.docaxis.consumer.state.ExchangeState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Words announcements of lateness, by hand on the wire format: there are hundreds of thousands in ten months of the nation. The generated class is
 * its oracle in tests. Codes of agencies are kept as text once made. Not thread-safe.
 */
final class Announcements {

    private static final byte[][] OBLIGATIONS = labels(Obligation.values());
    private static final byte[][] OUTCOMES = labels(Outcome.values());
    private static final byte[][] URGENCIES = labels(Urgency.values());
    private static final byte[][] TYPES = types();
    private static final byte[] NOTHING = {};
    private static final byte[] DOT_T = bytes(".T");

    private final ExchangeState state;
    private final int partition;
    private final BiConsumer<byte[], byte[]> announced;
    private final WireWriter value = new WireWriter();
    private final TextBytes text = new TextBytes();

    private AgencyCatalogue agencies;
    private byte[][] codes = {};
    /** The year that was asked for last, in days since 1970: the next one asked for is nearly always the same. */
    private long yearFrom;

    private long yearUntil;
    private int year;

    /**
     * @param partition of the events
     * @param announced takes a key (thread/document/receiver/obligation as text) and what is now known of it, a {@link Lateness}
     */
    Announcements(ExchangeState state, int partition, BiConsumer<byte[], byte[]> announced) {
        this.state = state;
        this.partition = partition;
        this.announced = announced;
    }

    /**
     * @param counted whether what is overdue was counted before as something else
     * @param document that opened it
     * @param about the obligation, and its deadline and lateness as they are known now
     * @param openedAt when it opened, seconds
     */
    void announce(
            Lateness.Kind kind,
            int revision,
            boolean counted,
            DocumentState document,
            Conclusion about,
            long openedAt) {
        byte[] receiver = about.receiver == ObligationId.NO_RECEIVER ? NOTHING : code(about.receiver);
        byte[] obligation = OBLIGATIONS[about.obligation.ordinal()];
        WireWriter said = value;
        said.clear();
        said.fixed64(Lateness.RUN_FIELD_NUMBER, state.progress().runHash());
        said.varint(Lateness.REVISION_FIELD_NUMBER, revision);
        said.varint(Lateness.KIND_FIELD_NUMBER, kind.getNumber());
        said.varint(Lateness.THREAD_FIELD_NUMBER, about.thread);
        said.varint(Lateness.DOCUMENT_FIELD_NUMBER, about.document);
        said.string(Lateness.RECEIVER_FIELD_NUMBER, receiver);
        said.string(Lateness.DEBTOR_FIELD_NUMBER, code(about.debtor()));
        said.string(Lateness.OBLIGATION_FIELD_NUMBER, obligation);
        said.varint(Lateness.DEADLINE_FIELD_NUMBER, about.deadline);
        said.varint(Lateness.LATE_BY_S_FIELD_NUMBER, about.latenessS);
        said.varint(Lateness.WATERMARK_FIELD_NUMBER, state.progress().watermark());
        said.string(Lateness.ASKER_FIELD_NUMBER, code(about.sender));
        said.string(Lateness.TYPE_FIELD_NUMBER, TYPES[about.type]);
        said.string(Lateness.URGENCY_FIELD_NUMBER, URGENCIES[about.urgency]);
        said.varint(Lateness.PARTITION_FIELD_NUMBER, partition);
        said.varint(Lateness.OFFSET_FIELD_NUMBER, document.offset);
        said.string(Lateness.DOCUMENT_NUMBER_FIELD_NUMBER, number(document, about));
        said.varint(Lateness.ANNOUNCED_UNTIL_FIELD_NUMBER, state.progress().until());
        said.varint(Lateness.OPENED_AT_FIELD_NUMBER, openedAt);
        if (kind == Lateness.Kind.WITHDRAWN) {
            said.string(Lateness.OUTCOME_FIELD_NUMBER, OUTCOMES[about.outcome.ordinal()]);
        }
        said.varint(Lateness.COUNTED_FIELD_NUMBER, counted && kind == Lateness.Kind.OVERDUE ? 1 : 0);
        announced.accept(key(about, receiver, obligation), said.toBytes());
    }

    private byte[] key(Conclusion about, byte[] receiver, byte[] obligation) {
        text.clear();
        text.add(about.thread)
                .add('/')
                .add(about.document)
                .add('/')
                .add(receiver)
                .add('/')
                .add(obligation);
        return text.toBytes();
    }

    /** Unique, for thread and document are; whoever has it has the key of the document's records. */
    private byte[] number(DocumentState document, Conclusion about) {
        long sentOn = state.progress().run().dayOf(document.sentAt);
        if (sentOn < yearFrom || sentOn >= yearUntil) {
            LocalDate first = LocalDate.ofEpochDay(sentOn).withDayOfYear(1);
            year = first.getYear();
            yearFrom = first.toEpochDay();
            yearUntil = first.plusYears(1).toEpochDay();
        }
        text.clear();
        text.add(code(about.sender))
                .add('.')
                .add(year)
                .add(DOT_T)
                .add(about.thread)
                .add('-')
                .add(about.document);
        return text.toBytes();
    }

    private byte[] code(int agency) {
        AgencyCatalogue current = state.progress().run().agencies();
        if (current != agencies) {
            agencies = current;
            codes = new byte[current.size()][];
        }
        if (codes[agency] == null) {
            codes[agency] = bytes(current.code(agency).value());
        }
        return codes[agency];
    }

    private static byte[][] labels(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> bytes(constant.name().toLowerCase(Locale.ROOT)))
                .toArray(byte[][]::new);
    }

    private static byte[][] types() {
        return IntStream.range(0, DocumentType.count())
                .mapToObj(type -> bytes(DocumentType.of(type).name()))
                .toArray(byte[][]::new);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
