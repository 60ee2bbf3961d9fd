package io.docaxis.producer.scenario;

import io.docaxis.common.agency.Tier;
import java.time.LocalDate;
import java.util.List;

/**
 * What the channel does, each a share of events (documents and statuses) unless said otherwise.
 *
 * @param dropPpm never delivered
 * @param unreadable records that the channel adds and nobody can read
 * @param unacceptable records that the channel adds and observers refuse
 * @param outages when the channel holds back what it is given
 * @param clocks whose clocks are wrong
 * @param drainS how long after the period the channel still delivers
 */
public record Disturbances(
        Duplicates duplicates,
        Delays delays,
        int dropPpm,
        UnreadableRecords unreadable,
        UnacceptableRecords unacceptable,
        Overtaking overtaking,
        List<Outage> outages,
        List<Clock> clocks,
        int drainS)
        implements Group {

    /** What is delivered a second time. */
    public record Duplicates(int duplicatePpm, Durations duplicateAfter) implements Group {}

    /** What is delivered later than it occurred. */
    public record Delays(int delayPpm, Durations delay) implements Group {}

    /** Records that nobody can read, delivered after a share of events. */
    public record UnreadableRecords(int corruptPpm, int garbagePpm, int unknownKindPpm) implements Group {}

    /** Sound records that observers refuse. */
    public record UnacceptableRecords(int noReceiverPpm, int unknownAgencyPpm, int unknownSenderPpm) implements Group {}

    /** Documents that are overtaken by what is about them. */
    public record Overtaking(int statusBeforeDocumentPpm, int answerBeforeDocumentPpm) implements Group {}

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
