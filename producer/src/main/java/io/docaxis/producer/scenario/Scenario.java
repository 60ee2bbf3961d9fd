package io.docaxis.producer.scenario;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.obligation.Rules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A validated scenario: everything a run is made from. Shares are in parts per million (ppm), times in seconds. Components are
 * named after the keys of a scenario file: {@code docs/scenarios.md} has meaning, range and default of each.
 *
 * @param name short name, as on the command line
 * @param story what happens, in a sentence or two
 * @param seed default seed
 * @param period what days the run plays
 * @param calendar working days and office hours; knows all of the period and all due dates
 * @param rules settings of the obligations
 * @param agencies who takes part
 * @param volume exact totals
 * @param traffic what is sent, and when
 * @param behaviour how receivers behave, by tier of the receiver
 * @param exceptions agencies that behave otherwise, for a time
 * @param mistakes what agencies do wrong: part of what happens
 * @param disturbances what the channel does to records on the way
 * @param requirements what a load of it has to keep, as {@code load --require} takes it; no part of the world
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
        Traffic traffic,
        Map<Tier, Behaviour> behaviour,
        List<AgencyException> exceptions,
        Mistakes mistakes,
        Disturbances disturbances,
        List<String> requirements) {

    /** The most days of a period and its drain together: all their deliveries have a place in time. */
    public static final int MOST_DAYS = 1_553;

    /** The most documents of a scenario. */
    public static final long MAX_DOCUMENTS = 1_000_000_000L;

    /** The first instant of the period. */
    public long startsAt() {
        return beginOf(period.from());
    }

    /** The first instant after the period: nothing occurs at or after it. */
    public long endsAt() {
        return endOf(period.to());
    }

    /** The first instant of a day. */
    public long beginOf(LocalDate day) {
        return calendar.at(day.toEpochDay(), 0);
    }

    /** The first instant after a day. */
    public long endOf(LocalDate day) {
        return calendar.at(day.toEpochDay() + 1, 0);
    }

    /** The first sentence of the story. */
    public String title() {
        int end = story.indexOf(". ");
        return (end < 0 ? story : story.substring(0, end)).replaceAll("\\.$", "");
    }

    /**
     * The same scenario with another number of documents, and dispatches in proportion, rounded half up.
     *
     * @throws IllegalArgumentException if a scenario can't have that number
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
                traffic,
                behaviour,
                exceptions,
                mistakes,
                disturbances,
                requirements);
    }

    /** First and last day, both played whole, in Vietnam's time. */
    public record Period(LocalDate from, LocalDate to) {}

    /**
     * Exact totals: {@code documents} distinct documents sent, {@code dispatches} received; 0 dispatches: as the fan-out
     * makes it.
     */
    public record Volume(long documents, long dispatches) {}
}
