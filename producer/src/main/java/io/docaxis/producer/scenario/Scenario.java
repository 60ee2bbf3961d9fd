package io.docaxis.producer.scenario;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.obligation.Urgency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A validated scenario: everything a run is made from. Shares are in parts per million (ppm), times in seconds. What a key
 * means, its range and default: {@code docs/scenarios.md}.
 *
 * @param name short name, as on the command line
 * @param story what happens, in a sentence or two
 * @param seed default seed
 * @param period what days the run plays
 * @param calendar working days and office hours; knows all of the period and all due dates
 * @param rules settings of the obligations
 * @param agencies who takes part
 * @param volume exact totals
 * @param shape when documents are sent
 * @param fanOut how many receivers a plain document has
 * @param types weights by document type, in the order of the enum
 * @param urgency weights by urgency, in the order of the enum
 * @param signing time from signing to sending
 * @param threads what else happens in a thread
 * @param dueDates which documents carry a due date, and how far off
 * @param behaviour how receivers behave, by tier of the receiver
 * @param exceptions agencies that behave otherwise, for a time
 * @param disturbances what the channel does
 */
public record Scenario(
        String name,
        String story,
        long seed,
        Period period,
        WorkingCalendar calendar,
        Rules rules,
        AgencyCatalogue agencies,
        Volume volume,
        Shape shape,
        List<Weighted> fanOut,
        Map<DocumentType, Integer> types,
        Map<Urgency, Integer> urgency,
        Signing signing,
        Threads threads,
        DueDates dueDates,
        Map<Tier, Behaviour> behaviour,
        List<AgencyException> exceptions,
        Disturbances disturbances) {

    /** The most days of a period and its drain together: all their deliveries have a place in time. */
    public static final int MOST_DAYS = 1_553;

    /** The most documents of a scenario. */
    public static final long MAX_DOCUMENTS = 1_000_000_000L;

    /** The first sentence of the story. */
    public String title() {
        int end = story.indexOf(". ");
        return (end < 0 ? story : story.substring(0, end)).replaceAll("\\.$", "");
    }

    /**
     * The same scenario with another number of documents, and dispatches in proportion, rounded half up.
     *
     * @throws IllegalArgumentException if a scenario can't have so many
     */
    public Scenario scaled(long documents) {
        if (documents < 1 || documents > MAX_DOCUMENTS) {
            throw new IllegalArgumentException(
                    "documents: got " + documents + "; allowed: a whole number from 1 to " + MAX_DOCUMENTS);
        }
        long dispatches = BigDecimal.valueOf(volume.dispatches())
                .multiply(BigDecimal.valueOf(documents))
                .divide(BigDecimal.valueOf(volume.documents()), 0, RoundingMode.HALF_UP)
                .longValueExact();
        // 0 stays 0, as the fan-out makes it; a document has at least one receiver
        long atLeast = volume.dispatches() == 0 ? 0 : documents;
        return with(seed, new Volume(documents, Math.max(dispatches, atLeast)));
    }

    /** The same scenario with another default seed. */
    public Scenario withSeed(long seed) {
        return with(seed, volume);
    }

    /** A hash of all that is said here: two processes with the same one play the same scenario. */
    public long fingerprint() {
        return ScenarioFingerprint.of(this);
    }

    private Scenario with(long seed, Volume volume) {
        return new Scenario(
                name,
                story,
                seed,
                period,
                calendar,
                rules,
                agencies,
                volume,
                shape,
                fanOut,
                types,
                urgency,
                signing,
                threads,
                dueDates,
                behaviour,
                exceptions,
                disturbances);
    }

    /** First and last day, both played whole, in Vietnam's time. */
    public record Period(LocalDate from, LocalDate to) {}

    /**
     * Exact totals: {@code documents} distinct documents sent, {@code dispatches} received; 0 dispatches: as the fan-out
     * makes it.
     */
    public record Volume(long documents, long dispatches) {}

    /** A value with a weight. */
    public record Weighted(int value, int weight) {}

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
     * A time given by quantiles: {@code quantiles[i]} seconds at probability {@code i / (n − 1)}, straight lines between.
     * Rising; at least two.
     */
    public record Durations(List<Integer> quantiles) {}

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
     * @param recallDocumentPpm a document, then a recall document to the same receivers
     * @param updatePpm a document, then an update to the same receivers
     * @param replacePpm a document with a due date, then a replacement with a later one
     * @param questionFanOut how many receivers a question has
     * @param recallRequestPpm of all dispatches of plain documents and questions, the share asked back by status 13
     * @param lastDayRecallPpm of documents of the last ten days, the share whose dispatches are asked back by 13 on the last
     *     working day of the period
     */
    public record Threads(
            int questionPpm,
            int answeredPpm,
            int recallDocumentPpm,
            int updatePpm,
            int replacePpm,
            List<Weighted> questionFanOut,
            int recallRequestPpm,
            int lastDayRecallPpm) {}

    /**
     * Due dates of plain documents and questions.
     *
     * @param plainPpm share of plain documents that carry one; a question always does
     * @param workingDays how many working days after sending
     * @param pastPpm of those with one, the share whose date lies before sending: no duty
     */
    public record DueDates(int plainPpm, List<Weighted> workingDays, int pastPpm) {}

    /**
     * How the receivers of a tier behave. What does not add up to a million is the on-time case.
     *
     * @param arrivalPpm share that report 01
     * @param refusePpm share of dispatches refused (02) instead of accepted
     * @param acknowledgeLatePpm share acknowledged after the deadline
     * @param acknowledgeNeverPpm share never acknowledged
     * @param acknowledgeLateBy by how much
     * @param withoutAcceptancePpm of the acknowledged, the share whose first sign is 05, without 03
     * @param assignPpm of the accepted, the share that report 04
     * @param processPpm of the accepted, the share that report 05
     * @param processAgainPpm of those, the share that report 05 a second time
     * @param completePpm of the accepted without a due date, the share that report 06
     * @param respondByCompletionPpm of dispatches with a due date and no answering document, the share fulfilled by 06
     * @param respondLatePpm of responses, the share after the due date
     * @param respondLateBy by how much
     * @param recallNeverPpm of those asked back, the share that never answer
     * @param recallLatePpm of those asked back, the share that answer after the deadline
     * @param recallLateBy by how much
     * @param recallRefusePpm of the answers, the share that refuse (16)
     */
    public record Behaviour(
            int arrivalPpm,
            int refusePpm,
            int acknowledgeLatePpm,
            int acknowledgeNeverPpm,
            Durations acknowledgeLateBy,
            int withoutAcceptancePpm,
            int assignPpm,
            int processPpm,
            int processAgainPpm,
            int completePpm,
            int respondByCompletionPpm,
            int respondLatePpm,
            Durations respondLateBy,
            int recallNeverPpm,
            int recallLatePpm,
            Durations recallLateBy,
            int recallRefusePpm) {}

    /**
     * An agency of level 1, with all below it, that behaves otherwise from a day to a day (inclusive).
     *
     * @param agency catalogue number of the level-1 agency
     * @param silent it reports nothing as a receiver while this lasts; what it would have reported comes after, late
     * @param behaviour for dispatches sent to it in that time, or null: as its tier
     */
    public record AgencyException(int agency, LocalDate from, LocalDate to, boolean silent, Behaviour behaviour) {}

    /**
     * What the channel does, each a share of events (documents and statuses) unless said otherwise.
     *
     * @param duplicatePpm delivered a second time
     * @param duplicateAfter how much later
     * @param delayPpm delivered later than it occurred
     * @param delay by how much; events delayed by different times change their order
     * @param dropPpm never delivered
     * @param corruptPpm share after which a damaged copy of the same record is delivered
     * @param garbagePpm share after which bytes are delivered that were never an event
     * @param unknownKindPpm share after which an event of a kind that nobody knows is delivered
     * @param noReceiverPpm share of documents after which one to nobody but its sender is delivered
     * @param unknownAgencyPpm share of statuses after which one for an agency that is not in the catalogue is delivered
     * @param unknownSenderPpm share of documents after which one from an agency that is not in the catalogue is delivered
     * @param unknownReceiverPpm share of documents to which a receiver code that is not in the catalogue is added
     * @param oldCodePpm share of documents whose sender is written in the old code form
     * @param impossibleDuePpm share of plain documents with a due date that no calendar has
     * @param statusBeforeDocumentPpm share of documents delivered after their first status
     * @param answerBeforeDocumentPpm share of questions delivered after their first answer
     * @param orphanAnswerPpm share of threads that hold an answer to a document that was never sent
     * @param orphanStatusPpm share of threads with a status for a document that was never sent
     * @param repeatedStatusPpm share of acceptances (03) reported a second time under another identity
     * @param lateRefusalPpm share of acceptances followed by a refusal
     * @param recallCrossingPpm share of answers on their way when their question is asked back
     * @param outages when the channel holds back what it is given
     * @param clocks whose clocks are wrong
     * @param drainS how long after the period the channel still delivers
     */
    public record Disturbances(
            int duplicatePpm,
            Durations duplicateAfter,
            int delayPpm,
            Durations delay,
            int dropPpm,
            int corruptPpm,
            int garbagePpm,
            int unknownKindPpm,
            int noReceiverPpm,
            int unknownAgencyPpm,
            int unknownSenderPpm,
            int unknownReceiverPpm,
            int oldCodePpm,
            int impossibleDuePpm,
            int statusBeforeDocumentPpm,
            int answerBeforeDocumentPpm,
            int orphanAnswerPpm,
            int orphanStatusPpm,
            int repeatedStatusPpm,
            int lateRefusalPpm,
            int recallCrossingPpm,
            List<Outage> outages,
            List<Clock> clocks,
            int drainS) {}

    /** One of {@code of} parts, from 0. */
    public record Part(int number, int of) {}

    /**
     * From day to day (inclusive) the channel holds back what it is given; what is null is no condition.
     *
     * @param agency catalogue number of a level-1 agency: events of it and all below it
     * @param tier events of agencies of the tier
     * @param source events of threads t with t mod of = number
     */
    public record Outage(Integer agency, Tier tier, Part source, LocalDate from, LocalDate to) {}

    /**
     * From day to day (inclusive) the clock of an agency and all below it is wrong.
     *
     * @param agency catalogue number of the level-1 agency
     * @param aheadS what it shows more than it should, seconds; less: negative
     */
    public record Clock(int agency, LocalDate from, LocalDate to, int aheadS) {}
}
