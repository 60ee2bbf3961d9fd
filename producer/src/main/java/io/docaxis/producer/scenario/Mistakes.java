package io.docaxis.producer.scenario;

/** What agencies do wrong. It is planned and happens, however well the channel works. */
public record Mistakes(InDocuments inDocuments, InStatuses inStatuses, Orphans orphans) implements Group {

    /** Mistakes in what a document says. */
    public record InDocuments(int unknownReceiverPpm, int oldCodePpm, int impossibleDuePpm) implements Group {}

    /** Statuses that should not be. */
    public record InStatuses(int repeatedStatusPpm, int lateRefusalPpm, int recallCrossingPpm) implements Group {}

    /** Events about a document that was never sent. */
    public record Orphans(int orphanAnswerPpm, int orphanStatusPpm) implements Group {}
}
