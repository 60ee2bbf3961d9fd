package io.docaxis.producer.plan;

/**
 * How much a thread holds.
 *
 * @param fanOut receivers of the first document
 * @param answers answering documents, of one receiver each
 */
record ThreadShape(ThreadKind kind, int fanOut, int answers) {

    int documents() {
        return switch (kind) {
            case PLAIN, ORPHAN_ANSWER -> 1;
            case QUESTION -> 1 + answers;
            case RECALLED, UPDATED, REPLACED -> 2;
        };
    }

    int dispatches() {
        return switch (kind) {
            case PLAIN, ORPHAN_ANSWER -> fanOut;
            case QUESTION -> fanOut + answers;
            case RECALLED, UPDATED, REPLACED -> 2 * fanOut;
        };
    }
}
