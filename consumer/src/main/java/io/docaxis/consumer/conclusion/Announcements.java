package io.docaxis.consumer.conclusion;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.consumer.state.DocumentState;
import io.docaxis.consumer.state.ExchangeState;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Words announcements of lateness. Codes of agencies are kept as text once made. Not thread-safe. */
final class Announcements {

    private static final String[] OBLIGATIONS = labels(Obligation.values());
    private static final String[] OUTCOMES = labels(Outcome.values());
    private static final String[] URGENCIES = labels(Urgency.values());

    private final ExchangeState state;
    private final int partition;
    private final BiConsumer<String, Lateness> announced;
    /** Used again and again: there are hundreds of thousands of announcements in ten months of the nation. */
    private final StringBuilder text = new StringBuilder();

    private AgencyCatalogue agencies;
    private String[] codes = {};
    /** The year that was asked for last, in days since 1970: the next one asked for is nearly always the same. */
    private long yearFrom;

    private long yearUntil;
    private int year;

    /**
     * @param partition of the events
     * @param announced takes a key (thread/document/receiver/obligation as text) and what is now known of it
     */
    Announcements(ExchangeState state, int partition, BiConsumer<String, Lateness> announced) {
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
        String receiver = about.receiver == ObligationId.NO_RECEIVER ? "" : code(about.receiver);
        String label = OBLIGATIONS[about.obligation.ordinal()];
        Lateness lateness = Lateness.newBuilder()
                .setRun(state.progress().runHash())
                .setRevision(revision)
                .setKind(kind)
                .setThread(about.thread)
                .setDocument(about.document)
                .setReceiver(receiver)
                .setDebtor(code(about.debtor()))
                .setObligation(label)
                .setDeadline(about.deadline)
                .setLateByS(about.latenessS)
                .setWatermark(state.progress().watermark())
                .setAsker(code(about.sender))
                .setType(DocumentType.of(about.type).name())
                .setUrgency(URGENCIES[about.urgency])
                .setPartition(partition)
                .setOffset(document.offset)
                .setDocumentNumber(number(document, about))
                .setCounted(counted && kind == Lateness.Kind.OVERDUE)
                .setAnnouncedUntil(state.progress().until())
                .setOpenedAt(openedAt)
                .setOutcome(kind == Lateness.Kind.WITHDRAWN ? OUTCOMES[about.outcome.ordinal()] : "")
                .build();
        text.setLength(0);
        text.append(about.thread)
                .append('/')
                .append(about.document)
                .append('/')
                .append(receiver)
                .append('/')
                .append(label);
        announced.accept(text.toString(), lateness);
    }

    /** Unique, for thread and document are; whoever has it has the key of the document's records. */
    private String number(DocumentState document, Conclusion about) {
        long sentOn = state.progress().run().dayOf(document.sentAt);
        if (sentOn < yearFrom || sentOn >= yearUntil) {
            LocalDate first = LocalDate.ofEpochDay(sentOn).withDayOfYear(1);
            year = first.getYear();
            yearFrom = first.toEpochDay();
            yearUntil = first.plusYears(1).toEpochDay();
        }
        text.setLength(0);
        return text.append(code(about.sender))
                .append('.')
                .append(year)
                .append(".T")
                .append(about.thread)
                .append('-')
                .append(about.document)
                .toString();
    }

    private String code(int agency) {
        AgencyCatalogue current = state.progress().run().agencies();
        if (current != agencies) {
            agencies = current;
            codes = new String[current.size()];
        }
        if (codes[agency] == null) {
            codes[agency] = current.code(agency).value();
        }
        return codes[agency];
    }

    private static String[] labels(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
