package io.docaxis.common.kafka;

/** What a user chose about the {@link FastPath} of either side. */
public enum FastClients {

    /** Used wherever Kafka's clients and the settings allow it. */
    AUTO,

    /** Kafka's clients as they are, record by record. */
    OFF
}
