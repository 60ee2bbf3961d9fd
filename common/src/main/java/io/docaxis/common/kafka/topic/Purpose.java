package io.docaxis.common.kafka.topic;

/** What somebody wants to do with the topics of a prefix: it decides which rights are needed. */
public enum Purpose {
    /** Send events, and write the ledger. */
    PRODUCE,
    /** Read events, and write what is concluded. */
    CONSUME,
    /** Compare ledger and tally. */
    VERIFY
}
