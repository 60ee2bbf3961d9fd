package io.docaxis.producer.scenario;

/** What agencies do wrong. It is planned and happens, however well the channel works. */
public record Mistakes(InDocuments inDocuments, InStatuses inStatuses, Orphans orphans) implements Group {

    /**
     * Mistakes in what a document says.
     *
     * @param unknownReceiverPpm share of documents to which a receiver code that is not in the catalogue is added
     * @param oldCodePpm share of documents whose sender is written in the old code form
     * @param impossibleDuePpm share of plain documents with a due date that no calendar has
     */
    public record InDocuments(int unknownReceiverPpm, int oldCodePpm, int impossibleDuePpm) implements Group {}

    /**
     * Statuses that should not be.
     *
     * @param repeatedStatusPpm share of acceptances (03) reported a second time under another identity
     * @param lateRefusalPpm share of acceptances followed by a refusal
     * @param recallCrossingPpm share of answers on their way when their question is asked back
     */
    public record InStatuses(int repeatedStatusPpm, int lateRefusalPpm, int recallCrossingPpm) implements Group {}

    /**
     * Events about a document that was never sent.
     *
     * @param orphanAnswerPpm share of threads that hold an answer to one
     * @param orphanStatusPpm share of threads with a status for one
     */
    public record Orphans(int orphanAnswerPpm, int orphanStatusPpm) implements Group {}
}
