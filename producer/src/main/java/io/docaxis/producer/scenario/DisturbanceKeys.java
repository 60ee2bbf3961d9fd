package io.docaxis.producer.scenario;

/** Keys that say what the channel does. By default it does nothing: every event is delivered once, when it occurs. */
final class DisturbanceKeys {

    static final Key<Integer> DUPLICATE = share("duplicate", "Share of events delivered a second time.");
    static final Key<Scenario.Durations> DUPLICATE_AFTER =
            Key.of("duplicate-after", Quantiles.of("0s", "60d"), "[0s, 1m, 1h]", "How much later. [A]");
    static final Key<Integer> DELAY = share("delay", "Share of events delivered later than they occur.");
    static final Key<Scenario.Durations> DELAY_BY = Key.of(
            "delay-by",
            Quantiles.of("0s", "60d"),
            "[1s, 30s, 5m, 1h, 1d]",
            "By how much, but never so far that a conclusion would hang on it; events delayed by different times change their order. [A]");
    static final Key<Integer> CORRUPT =
            share("corrupt", "Share of events after which a damaged copy of the same record is delivered.");
    static final Key<Integer> GARBAGE =
            share("garbage", "Share of events after which bytes are delivered that were never an event.");
    static final Key<Integer> UNKNOWN_KIND =
            share("unknown-kind", "Share of events after which one of a kind that nobody knows is delivered.");
    static final Key<Integer> NO_RECEIVER =
            share("no-receiver", "Share of documents after which one to nobody but its sender is delivered.");
    static final Key<Integer> UNKNOWN_SENDER = share(
            "unknown-sender", "Share of documents after which one from an agency outside the catalogue is delivered.");
    static final Key<Integer> UNKNOWN_RECEIVER =
            share("unknown-receiver", "Share of documents to which a receiver outside the catalogue is added.");
    static final Key<Integer> OLD_CODE = share(
            "old-code",
            "Share of documents whose sender is written in the old code form. That of QCVN is still in use beside that of QĐ20 [S].");
    static final Key<Integer> IMPOSSIBLE_DUE =
            share("impossible-due", "Share of plain documents with a due date that no calendar has.");
    static final Key<Integer> STATUS_BEFORE_DOCUMENT =
            share("status-before-document", "Share of documents delivered after their first status.");
    static final Key<Integer> ORPHAN_ANSWER =
            share("orphan-answer", "Share of threads that hold an answer to a document that was never sent.");
    static final Key<Integer> ORPHAN_STATUS =
            share("orphan-status", "Share of threads with a status for a document that was never sent.");
    static final Key<Integer> REPEATED_STATUS =
            share("repeated-status", "Share of acceptances (03) reported a second time under another identity.");
    static final Key<Integer> DRAIN = Key.of(
            "drain",
            Scalars.duration("0s", "60d"),
            "2d",
            "How long after the period the channel still delivers; what would come later comes at the end of it. [A]");

    static final Section DISTURBANCES = Section.of(
            DUPLICATE,
            DUPLICATE_AFTER,
            DELAY,
            DELAY_BY,
            CORRUPT,
            GARBAGE,
            UNKNOWN_KIND,
            NO_RECEIVER,
            UNKNOWN_SENDER,
            UNKNOWN_RECEIVER,
            OLD_CODE,
            IMPOSSIBLE_DUE,
            STATUS_BEFORE_DOCUMENT,
            ORPHAN_ANSWER,
            ORPHAN_STATUS,
            REPEATED_STATUS,
            DRAIN);

    private DisturbanceKeys() {}

    private static Key<Integer> share(String name, String meaning) {
        return Key.of(name, Scalars.share(), "0", meaning);
    }
}
