package io.docaxis.producer.ledger;

/** What a record says about a document of its thread. It waits where that document is not known yet. */
sealed interface DocumentReference {

    /** Number of the document it is about. */
    int about();

    /** When the record arrived; a reference waits one horizon from here. */
    long emittedAt();

    /**
     * A status.
     *
     * @param receiver agency number
     * @param reporter agency number; the receiver's where the record names none
     */
    record Reported(int ordinal, int about, int receiver, int reporter, int code, long occurredAt, long emittedAt)
            implements DocumentReference {}

    /** A document answers another. */
    record Answering(ObservedDocument answer) implements DocumentReference {
        @Override
        public int about() {
            return answer.answers;
        }

        @Override
        public long emittedAt() {
            return answer.emittedAt;
        }
    }

    /** A document recalls, updates or replaces another. */
    record Concerning(ObservedDocument successor) implements DocumentReference {
        @Override
        public int about() {
            return successor.concerns;
        }

        @Override
        public long emittedAt() {
            return successor.emittedAt;
        }
    }
}
