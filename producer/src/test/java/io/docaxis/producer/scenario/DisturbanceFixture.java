package io.docaxis.producer.scenario;

import io.docaxis.producer.scenario.Disturbances.Clock;
import io.docaxis.producer.scenario.Disturbances.Delays;
import io.docaxis.producer.scenario.Disturbances.Duplicates;
import io.docaxis.producer.scenario.Disturbances.Outage;
import io.docaxis.producer.scenario.Disturbances.Overtaking;
import io.docaxis.producer.scenario.Disturbances.UnacceptableRecords;
import io.docaxis.producer.scenario.Disturbances.UnreadableRecords;
import io.docaxis.producer.scenario.Mistakes.InDocuments;
import io.docaxis.producer.scenario.Mistakes.InStatuses;
import io.docaxis.producer.scenario.Mistakes.Orphans;
import java.util.List;

/** What goes wrong in a scenario for tests, each by its name: nothing, unless said otherwise. */
public final class DisturbanceFixture {

    public int unknownReceiverPpm;
    public int oldCodePpm;
    public int impossibleDuePpm;
    public int repeatedStatusPpm;
    public int lateRefusalPpm;
    public int recallCrossingPpm;
    public int orphanAnswerPpm;
    public int orphanStatusPpm;

    public int duplicatePpm;
    public Durations duplicateAfter = new Durations(List.of(0, 0));
    public int delayPpm;
    public Durations delay = new Durations(List.of(0, 0));
    public int dropPpm;
    public int corruptPpm;
    public int garbagePpm;
    public int unknownKindPpm;
    public int noReceiverPpm;
    public int unknownAgencyPpm;
    public int unknownSenderPpm;
    public int statusBeforeDocumentPpm;
    public int answerBeforeDocumentPpm;
    public List<Outage> outages = List.of();
    public List<Clock> clocks = List.of();
    public int drainS = 3_600;

    Mistakes mistakes() {
        return new Mistakes(
                new InDocuments(unknownReceiverPpm, oldCodePpm, impossibleDuePpm),
                new InStatuses(repeatedStatusPpm, lateRefusalPpm, recallCrossingPpm),
                new Orphans(orphanAnswerPpm, orphanStatusPpm));
    }

    Disturbances disturbances() {
        return new Disturbances(
                new Duplicates(duplicatePpm, duplicateAfter),
                new Delays(delayPpm, delay),
                dropPpm,
                new UnreadableRecords(corruptPpm, garbagePpm, unknownKindPpm),
                new UnacceptableRecords(noReceiverPpm, unknownAgencyPpm, unknownSenderPpm),
                new Overtaking(statusBeforeDocumentPpm, answerBeforeDocumentPpm),
                outages,
                clocks,
                drainS);
    }
}
