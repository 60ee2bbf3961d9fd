package io.docaxis.producer.publish;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.OfficeHours;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.obligation.Rules;
import io.docaxis.producer.scenario.Scenario;
import java.util.Locale;

/**
 * What makes a run this run: scenario, seed, number of sources, and where it begins. Every shard of one run finds the same
 * identity by itself.
 *
 * @param scenario as played, with its volume
 * @param seed of the world
 * @param sources how many shards share the threads
 * @param startsAt the start of the period, or where the run begins in it
 */
public record RunIdentity(Scenario scenario, long seed, int sources, long startsAt) {

    /** @throws IllegalArgumentException unless there is a source, and it begins in the period */
    public RunIdentity {
        if (sources < 1) {
            throw new IllegalArgumentException("sources " + sources + ": want 1 or more");
        }
        if (startsAt < scenario.startsAt() || startsAt >= scenario.endsAt()) {
            throw new IllegalArgumentException(
                    "start " + startsAt + ": want " + scenario.startsAt() + " to " + (scenario.endsAt() - 1));
        }
    }

    /** From the start of the period on. */
    public RunIdentity(Scenario scenario, long seed, int sources) {
        this(scenario, seed, sources, scenario.startsAt());
    }

    /** A readable name, unique for what the identity is made of. */
    public String id() {
        long hash = Hash.mix(Hash.mix(scenario.fingerprint(), seed), sources);
        if (!isFromTheStart()) {
            hash = Hash.mix(hash, startsAt);
        }
        return scenario.name() + "-" + seed + "-" + String.format(Locale.ROOT, "%08x", (int) hash);
    }

    /** The hash that every record of the run carries; never 0. */
    public long hash() {
        return Hash.of(id()) | 1;
    }

    /** Whether nothing is left out for beginning too early. */
    public boolean isFromTheStart() {
        return startsAt == scenario.startsAt();
    }

    /** End of the period: nothing occurs at or after it. */
    public long endsAt() {
        return scenario.endsAt();
    }

    /** The first record of each source in every partition. */
    public RunStarted runStarted() {
        WorkingCalendar calendar = scenario.calendar();
        OfficeHours hours = calendar.hours();
        Rules rules = scenario.rules();
        AgencyCatalogue agencies = scenario.agencies();
        RunStarted.Builder started = RunStarted.newBuilder()
                .setContractVersion(ContractVersion.CURRENT)
                .setRunId(id())
                .setScenario(scenario.name())
                .setSeed(seed)
                .setSources(sources)
                .setStartsAt(startsAt)
                .setEndsAt(endsAt())
                .setHorizonS(rules.horizonS())
                .setFinalAfterWorkingDays(rules.finalAfterWorkingDays())
                .setSendByEndOfDay(rules.sendByEndOfDay())
                .setArrivalAcknowledges(rules.arrivalAcknowledges())
                .setUrgentS(rules.urgentS())
                .setVeryUrgentS(rules.veryUrgentS())
                .setExpressS(rules.expressS())
                .setCalendarFirstDay((int) calendar.firstDay())
                .setCalendarLastDay((int) calendar.lastDay())
                .setMorningOpensS(hours.morningOpensS())
                .setMorningClosesS(hours.morningClosesS())
                .setAfternoonOpensS(hours.afternoonOpensS())
                .setAfternoonClosesS(hours.afternoonClosesS())
                .setUtcOffsetS(calendar.utcOffsetS())
                .setDepartments(agencies.departments())
                .setCommunes(agencies.communes())
                .setCatalogueFingerprint(agencies.fingerprint());
        for (long day : calendar.daysOff()) {
            started.addDaysOff((int) day);
        }
        for (long day : calendar.makeUpDays()) {
            started.addMakeUpDays((int) day);
        }
        return started.build();
    }
}
