package io.docaxis.common.kafka.fastpath;

import java.util.Locale;

/** What a user chose about the {@link FastPath} of either side. */
public enum FastClients {

    /** Used wherever Kafka's clients and the settings allow it. */
    AUTO,

    /** Kafka's clients as they are, record by record. */
    OFF;

    /** In lower case, as users write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
