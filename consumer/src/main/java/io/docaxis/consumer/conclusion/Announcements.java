package io.docaxis.consumer.conclusion;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.consumer.state.ExchangeState;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Words announcements of lateness. Codes of agencies are kept as text once made. Not thread-safe. */
final class Announcements {

    private static final String[] LABELS = new String[Obligation.values().length];

    static {
        for (Obligation obligation : Obligation.values()) {
            LABELS[obligation.ordinal()] = obligation.name().toLowerCase(Locale.ROOT);
        }
    }

    private final ExchangeState state;
    private final BiConsumer<String, Lateness> announced;
    /** Made again and again: there are hundreds of thousands of announcements in ten months of the nation. */
    private final StringBuilder key = new StringBuilder();

    private AgencyCatalogue agencies;
    private String[] codes = {};

    /** @param announced takes a key (thread/document/receiver/obligation as text) and what is now known of it */
    Announcements(ExchangeState state, BiConsumer<String, Lateness> announced) {
        this.state = state;
        this.announced = announced;
    }

    /** @param about the obligation, and its deadline and lateness as they are known now */
    void announce(Lateness.Kind kind, int revision, Conclusion about) {
        String receiver = about.receiver == ObligationId.NO_RECEIVER ? "" : code(about.receiver);
        String label = LABELS[about.obligation.ordinal()];
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
                .setAnnouncedUntil(state.progress().until())
                .build();
        key.setLength(0);
        key.append(about.thread)
                .append('/')
                .append(about.document)
                .append('/')
                .append(receiver)
                .append('/')
                .append(label);
        announced.accept(key.toString(), lateness);
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
}
