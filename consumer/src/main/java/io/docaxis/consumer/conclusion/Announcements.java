package io.docaxis.consumer.conclusion;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.obligation.Obligation;
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

    void announce(
            Lateness.Kind kind,
            int revision,
            long thread,
            int document,
            int receiver,
            int debtor,
            Obligation obligation,
            long deadline,
            long lateByS) {
        String receiverCode = receiver == ObligationId.NO_RECEIVER ? "" : code(receiver);
        String label = LABELS[obligation.ordinal()];
        Lateness lateness = Lateness.newBuilder()
                .setRun(state.progress().runHash())
                .setRevision(revision)
                .setKind(kind)
                .setThread(thread)
                .setDocument(document)
                .setReceiver(receiverCode)
                .setDebtor(code(debtor))
                .setObligation(label)
                .setDeadline(deadline)
                .setLateByS(lateByS)
                .setWatermark(state.progress().watermark())
                .build();
        key.setLength(0);
        key.append(thread)
                .append('/')
                .append(document)
                .append('/')
                .append(receiverCode)
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
