package io.docaxis.producer.scenario;

import java.time.LocalDate;

/**
 * An agency of level 1, with all below it, that behaves otherwise from a day to a day (inclusive).
 *
 * @param agency catalogue number of the level-1 agency
 * @param silent it reports nothing as a receiver while this lasts; what it would have reported comes after, late
 * @param behaviour for dispatches sent to it in that time, or null: as its tier
 */
public record AgencyException(int agency, LocalDate from, LocalDate to, boolean silent, Behaviour behaviour) {}
