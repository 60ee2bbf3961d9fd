package io.docaxis.producer.scenario.file;

/** The top of a scenario file. From here every key is reached that a scenario can have; the reference is written from it. */
final class ScenarioKeys {

    static final Key<String> NAME = Key.required("name", Scalars.name(), "Short name, as on the command line.");
    static final Key<String> STORY = Key.required(
            "story", Scalars.text(), "What happens, in a sentence or two; the first is the title in lists.");
    static final Key<Long> SEED = Key.of(
            "seed",
            Scalars.wholeNumber(0, Long.MAX_VALUE),
            "1",
            "Default seed: the same scenario and seed make the same world.");
    static final Key<Values> PERIOD = TimeKeys.PERIOD.key("period", "The days that are played, both whole.");
    static final Key<Values> CALENDAR =
            TimeKeys.CALENDAR.key("calendar", "Working days and office hours: Monday to Friday, less days off.");
    static final Key<Values> RULES = TimeKeys.RULES.key("rules", "Settings of the obligations.");
    static final Key<Values> AGENCIES = TrafficKeys.AGENCIES.key(
            "agencies",
            "Who takes part: the 88 ministries, central agencies and provinces of 2023 [S], and whoever is added here; at most 120,000 in all.");
    static final Key<Values> VOLUME = TrafficKeys.VOLUME.key("volume", "Totals.");
    static final Key<Values> SHAPE = TimeKeys.SHAPE.key("shape", "When documents are sent.");
    static final Key<Values> SIGNING = TrafficKeys.SIGNING.key("signing", "From signing to sending.");
    static final Key<Values> THREADS = TrafficKeys.THREADS.key(
            "threads",
            "Threads that hold more than one plain document, and what is asked back. The other threads are one document each.");
    static final Key<Values> DUE_DATES = TrafficKeys.DUE_DATES.key("due-dates", "Dates to respond by.");
    static final Key<Values> BEHAVIOUR = BehaviourKeys.BEHAVIOURS.key(
            "behaviour",
            "How receivers behave, by their tier. What the shares leave is the case in which all is well and in time.");
    static final Key<Values> DISTURBANCES = DisturbanceKeys.DISTURBANCES.key(
            "disturbances", "What the channel does. Events are documents and statuses. Shares: [A].");

    static final Section ROOT = Section.of(
            NAME,
            STORY,
            SEED,
            PERIOD,
            CALENDAR,
            RULES,
            AGENCIES,
            VOLUME,
            SHAPE,
            TrafficKeys.FAN_OUT,
            TrafficKeys.TYPES,
            TrafficKeys.URGENCY,
            SIGNING,
            THREADS,
            DUE_DATES,
            BEHAVIOUR,
            BehaviourKeys.EXCEPTIONS,
            DISTURBANCES);

    private ScenarioKeys() {}
}
