package io.docaxis.producer.scenario;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.obligation.Urgency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A scenario to start from in tests: the nation of 2023, by its shape; every part can be replaced before {@link #build}. */
public final class ScenarioFixture {

    public LocalDate from = LocalDate.of(2023, 1, 1);
    public LocalDate to = LocalDate.of(2023, 10, 31);
    public WorkingCalendar calendar = WorkingCalendar.vietnam2023();
    public Rules rules = Rules.DEFAULT;
    public AgencyCatalogue agencies = AgencyCatalogue.level1();
    public long documents = 1_349_833;
    public long dispatches = 4_850_167;
    public int daysOffPpm = 10_000;
    public List<Traffic.Burst> bursts = List.of();
    public List<Weighted> fanOut = weighted(1, 46, 2, 20, 3, 12, 4, 6, 5, 5, 8, 4, 12, 3, 20, 2, 25, 1, 87, 1);
    public Traffic.Signing signing = new Traffic.Signing(30_000, durations(60, 3600, 86_400, 400_000), 2_000, 2_000);
    public Traffic.Threads threads = new Traffic.Threads(
            60_000,
            600_000,
            new Traffic.FollowUps(4_000, 6_000, 5_000),
            weighted(1, 50, 2, 20, 4, 20, 10, 10),
            new Traffic.RecallRequests(6_000, 40_000));
    public Traffic.DueDates dueDates = new Traffic.DueDates(100_000, weighted(2, 10, 5, 30, 10, 40, 20, 20), 10_000);
    public Map<Tier, Behaviour> behaviour = new EnumMap<>(Tier.class);
    public List<AgencyException> exceptions = List.of();
    public final DisturbanceFixture disturbances = new DisturbanceFixture();

    public ScenarioFixture() {
        for (Tier tier : Tier.values()) {
            behaviour.put(tier, usual());
        }
    }

    /** The same shape over fewer documents. */
    public ScenarioFixture documents(long number) {
        documents = number;
        dispatches = Math.round(number * (4_850_167.0 / 1_349_833));
        return this;
    }

    public ScenarioFixture days(String first, String last) {
        from = LocalDate.parse(first);
        to = LocalDate.parse(last);
        return this;
    }

    /** Every disturbance there is, much of each. */
    public ScenarioFixture disturbed() {
        dueDates = new Traffic.DueDates(100_000, weighted(0, 5, 2, 10, 5, 30, 10, 40, 20, 20), 100_000);
        disturbances.duplicatePpm = 50_000;
        disturbances.duplicateAfter = durations(1, 600, 86_400, 900_000);
        disturbances.delayPpm = 100_000;
        disturbances.delay = durations(1, 600, 86_400, 900_000);
        disturbances.dropPpm = 20_000;
        disturbances.corruptPpm = 10_000;
        disturbances.garbagePpm = 10_000;
        disturbances.unknownKindPpm = 10_000;
        disturbances.noReceiverPpm = 20_000;
        disturbances.unknownAgencyPpm = 20_000;
        disturbances.unknownSenderPpm = 20_000;
        disturbances.unknownReceiverPpm = 20_000;
        disturbances.oldCodePpm = 100_000;
        disturbances.impossibleDuePpm = 20_000;
        disturbances.statusBeforeDocumentPpm = 100_000;
        disturbances.answerBeforeDocumentPpm = 100_000;
        disturbances.orphanAnswerPpm = 20_000;
        disturbances.orphanStatusPpm = 20_000;
        disturbances.repeatedStatusPpm = 50_000;
        disturbances.lateRefusalPpm = 20_000;
        disturbances.recallCrossingPpm = 100_000;
        disturbances.outages = List.of(new Disturbances.Outage(40, null, null, from, from.plusDays(3)));
        disturbances.clocks = List.of(
                new Disturbances.Clock(41, from, to, 7_200),
                new Disturbances.Clock(42, from, to, -86_400),
                new Disturbances.Clock(43, from, to, 8 * 86_400));
        disturbances.drainS = 86_400;
        return this;
    }

    public Scenario build() {
        Map<DocumentType, Integer> types = new EnumMap<>(DocumentType.class);
        types.put(DocumentType.CV, 70);
        types.put(DocumentType.QĐ, 15);
        types.put(DocumentType.BC, 10);
        types.put(DocumentType.GM, 5);
        Map<Urgency, Integer> urgency = new EnumMap<>(Urgency.class);
        urgency.put(Urgency.NORMAL, 92);
        urgency.put(Urgency.URGENT, 5);
        urgency.put(Urgency.VERY_URGENT, 2);
        urgency.put(Urgency.EXPRESS, 1);
        List<Integer> hours =
                List.of(1, 0, 0, 0, 0, 1, 4, 40, 120, 150, 140, 90, 30, 90, 140, 140, 110, 40, 15, 8, 5, 3, 2, 1);
        List<Integer> months = List.of(90, 95, 105, 100, 100, 105, 100, 100, 100, 105, 110, 120);
        return new Scenario(
                "fixture",
                "For tests.",
                1,
                new Scenario.Period(from, to),
                calendar,
                rules,
                agencies,
                new Scenario.Volume(documents, dispatches),
                new Traffic(
                        new Traffic.Shape(months, hours, daysOffPpm, bursts),
                        fanOut,
                        types,
                        urgency,
                        signing,
                        threads,
                        dueDates),
                behaviour,
                exceptions,
                disturbances.mistakes(),
                disturbances.disturbances(),
                List.of());
    }

    /** Threads of one plain document each. */
    public static Traffic.Threads plainThreads() {
        return new Traffic.Threads(
                0, 0, new Traffic.FollowUps(0, 0, 0), weighted(1, 1), new Traffic.RecallRequests(0, 0));
    }

    public static Behaviour usual() {
        return new Behaviour(
                new Behaviour.Acknowledgement(
                        900_000, 60_000, 80_000, 10_000, durations(60, 3_600, 64_800, 400_000), 50_000),
                new Behaviour.Processing(300_000, 600_000, 200_000, 60_000),
                new Behaviour.Response(700_000, 120_000, durations(60, 20_000, 200_000, 1_500_000)),
                new Behaviour.RecallAnswer(50_000, 100_000, durations(60, 10_000, 200_000), 300_000));
    }

    public static Durations durations(Integer... quantiles) {
        return new Durations(List.of(quantiles));
    }

    public static List<Weighted> weighted(int... valuesAndWeights) {
        List<Weighted> list = new ArrayList<>();
        for (int i = 0; i < valuesAndWeights.length; i += 2) {
            list.add(new Weighted(valuesAndWeights[i], valuesAndWeights[i + 1]));
        }
        return list;
    }
}
