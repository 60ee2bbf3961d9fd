package io.docaxis.producer.plan;

/** What happens in a thread. */
enum ThreadKind {
    /** One document. */
    PLAIN,
    /** A document with a due date, answered by documents. */
    QUESTION,
    /** A document, then a recall document to the same receivers. */
    RECALLED,
    /** A document, then an update to the same receivers. */
    UPDATED,
    /** A document with a due date, then a replacement with a later one. */
    REPLACED,
    /** An answer to a document that was never sent. */
    ORPHAN_ANSWER
}
