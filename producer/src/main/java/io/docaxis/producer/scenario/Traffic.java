package io.docaxis.producer.scenario;

import io.docaxis.common.event.DocumentType;
import io.docaxis.common.obligation.Urgency;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is sent, and when.
 *
 * @param shape when documents are sent
 * @param fanOut how many receivers a plain document has
 * @param types weights by document type, in the order of the enum
 * @param urgency weights by urgency, in the order of the enum
 * @param signing time from signing to sending
 * @param threads what else happens in a thread
 * @param dueDates which documents carry a due date, and how far off
 */
public record Traffic(
        Shape shape,
        List<Weighted> fanOut,
        Map<DocumentType, Integer> types,
        Map<Urgency, Integer> urgency,
        Signing signing,
        Threads threads,
        DueDates dueDates)
        implements Group {

    /**
     * When documents are sent.
     *
     * @param months weight by month of the year (12), for each working day in it
     * @param hours weight by hour of the local day (24), on working days
     * @param daysOffPpm share of documents sent on days off, spread evenly over them and over the hours of the day
     * @param bursts days that get more than their share
     */
    public record Shape(List<Integer> months, List<Integer> hours, int daysOffPpm, List<Burst> bursts) {}

    /** From day to day (inclusive), each day's weight times {@code percent} / 100. */
    public record Burst(LocalDate from, LocalDate to, int percent) {}

    /**
     * From signing to sending, as outcomes of <em>send</em>.
     *
     * @param latePpm share sent after the deadline
     * @param lateBy by how much
     * @param notSignedPpm share without a signing time
     * @param signedAfterSentPpm share whose signing time lies after sending
     */
    public record Signing(int latePpm, Durations lateBy, int notSignedPpm, int signedAfterSentPpm) {}

    /**
     * Shares of threads that hold more than one plain document. The rest are one document each.
     *
     * @param questionPpm a document with a due date, answered by documents
     * @param answeredPpm of a question's dispatches, the share answered by a document (the others: as behaviour says)
     * @param questionFanOut how many receivers a question has
     */
    public record Threads(
            int questionPpm,
            int answeredPpm,
            FollowUps followUps,
            List<Weighted> questionFanOut,
            RecallRequests recallRequests) {}

    /** A document, then another to the same receivers. */
    public record FollowUps(int recallDocumentPpm, int updatePpm, int replacePpm) implements Group {}

    /** What is asked back by status 13. */
    public record RecallRequests(int recallRequestPpm, int lastDayRecallPpm) implements Group {}

    /**
     * Due dates of plain documents and questions.
     *
     * @param plainPpm share of plain documents that carry one; a question always does
     * @param workingDays how many working days after sending
     * @param pastPpm of those with one, the share whose date lies before sending: no duty
     */
    public record DueDates(int plainPpm, List<Weighted> workingDays, int pastPpm) {}
}
