package io.docaxis.producer.scenario.file;

import io.docaxis.producer.scenario.Disturbances;
import io.docaxis.producer.scenario.Disturbances.Clock;
import io.docaxis.producer.scenario.Disturbances.Delays;
import io.docaxis.producer.scenario.Disturbances.Duplicates;
import io.docaxis.producer.scenario.Disturbances.Outage;
import io.docaxis.producer.scenario.Disturbances.Overtaking;
import io.docaxis.producer.scenario.Disturbances.UnacceptableRecords;
import io.docaxis.producer.scenario.Disturbances.UnreadableRecords;
import io.docaxis.producer.scenario.Mistakes;
import io.docaxis.producer.scenario.Mistakes.InDocuments;
import io.docaxis.producer.scenario.Mistakes.InStatuses;
import io.docaxis.producer.scenario.Mistakes.Orphans;

/** Makes of one section of a file what agencies do wrong, and what the channel does. */
final class DisturbanceReading {

    private DisturbanceReading() {}

    static Mistakes mistakes(Values values) {
        return new Mistakes(
                new InDocuments(
                        values.get(DisturbanceKeys.UNKNOWN_RECEIVER),
                        values.get(DisturbanceKeys.OLD_CODE),
                        values.get(DisturbanceKeys.IMPOSSIBLE_DUE)),
                new InStatuses(
                        values.get(DisturbanceKeys.REPEATED_STATUS),
                        values.get(DisturbanceKeys.LATE_REFUSAL),
                        values.get(DisturbanceKeys.RECALL_CROSSING)),
                new Orphans(values.get(DisturbanceKeys.ORPHAN_ANSWER), values.get(DisturbanceKeys.ORPHAN_STATUS)));
    }

    static Disturbances disturbances(Values values) {
        return new Disturbances(
                new Duplicates(values.get(DisturbanceKeys.DUPLICATE), values.get(DisturbanceKeys.DUPLICATE_AFTER)),
                new Delays(values.get(DisturbanceKeys.DELAY), values.get(DisturbanceKeys.DELAY_BY)),
                values.get(DisturbanceKeys.DROP),
                new UnreadableRecords(
                        values.get(DisturbanceKeys.CORRUPT),
                        values.get(DisturbanceKeys.GARBAGE),
                        values.get(DisturbanceKeys.UNKNOWN_KIND)),
                new UnacceptableRecords(
                        values.get(DisturbanceKeys.NO_RECEIVER),
                        values.get(DisturbanceKeys.UNKNOWN_AGENCY),
                        values.get(DisturbanceKeys.UNKNOWN_SENDER)),
                new Overtaking(
                        values.get(DisturbanceKeys.STATUS_BEFORE_DOCUMENT),
                        values.get(DisturbanceKeys.ANSWER_BEFORE_DOCUMENT)),
                values.get(DisturbanceKeys.OUTAGES).stream()
                        .map(DisturbanceReading::outage)
                        .toList(),
                values.get(DisturbanceKeys.CLOCKS).stream()
                        .map(DisturbanceReading::clock)
                        .toList(),
                values.get(DisturbanceKeys.DRAIN));
    }

    private static Outage outage(Values outage) {
        return new Outage(
                outage.get(DisturbanceKeys.OUTAGE_AGENCY),
                outage.get(DisturbanceKeys.OUTAGE_TIER),
                outage.get(DisturbanceKeys.OUTAGE_SOURCE),
                outage.get(DisturbanceKeys.OUTAGE_FROM),
                outage.get(DisturbanceKeys.OUTAGE_TO));
    }

    private static Clock clock(Values clock) {
        return new Clock(
                clock.get(DisturbanceKeys.CLOCK_AGENCY),
                clock.get(DisturbanceKeys.CLOCK_FROM),
                clock.get(DisturbanceKeys.CLOCK_TO),
                clock.get(DisturbanceKeys.CLOCK_AHEAD) - clock.get(DisturbanceKeys.CLOCK_BEHIND));
    }
}
