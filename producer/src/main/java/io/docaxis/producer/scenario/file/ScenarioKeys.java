package io.docaxis.producer.scenario.file;

import java.util.List;

/** The top of a scenario file. From here every key is reached that a scenario can have; the reference is written from it. */
final class ScenarioKeys {

    static final Section ROOT = new Section();
    static final Key<String> NAME = ROOT.required("name", Scalars.name(), "Short name, as on the command line.");
    static final Key<String> STORY = ROOT.required(
            "story", Scalars.text(), "What happens, in a sentence or two; the first is the title in lists.");
    static final Key<Long> SEED = ROOT.optional(
            "seed",
            Scalars.wholeNumber(0, Long.MAX_VALUE),
            "1",
            "Default seed: the same scenario and seed make the same world.");
    static final Key<Values> PERIOD = ROOT.section("period", TimeKeys.PERIOD, "The days that are played, both whole.");
    static final Key<Values> CALENDAR = ROOT.section(
            "calendar", TimeKeys.CALENDAR, "Working days and office hours: Monday to Friday, less days off.");
    static final Key<Values> RULES = ROOT.section("rules", TimeKeys.RULES, "Settings of the obligations.");
    static final Key<Values> AGENCIES = ROOT.section(
            "agencies",
            TrafficKeys.AGENCIES,
            "Who takes part: the 88 ministries, central agencies and provinces of 2023 [S], and whoever is added here; at most 120,000 in all.");
    static final Key<Values> VOLUME = ROOT.section("volume", TrafficKeys.VOLUME, "Totals.");
    static final Key<Values> SHAPE = ROOT.section("shape", TimeKeys.SHAPE, "When documents are sent.");

    static {
        ROOT.add(TrafficKeys.FAN_OUT);
        ROOT.add(TrafficKeys.TYPES);
        ROOT.add(TrafficKeys.URGENCY);
    }

    static final Key<Values> SIGNING = ROOT.section("signing", TrafficKeys.SIGNING, "From signing to sending.");
    static final Key<Values> THREADS = ROOT.section(
            "threads",
            TrafficKeys.THREADS,
            "Threads that hold more than one plain document, and what is asked back. The other threads are one document each.");
    static final Key<Values> DUE_DATES = ROOT.section("due-dates", TrafficKeys.DUE_DATES, "Dates to respond by.");
    static final Key<Values> BEHAVIOUR = ROOT.section(
            "behaviour",
            BehaviourKeys.BEHAVIOURS,
            "How receivers behave, by their tier. The rest of each share behaves well and in time.");

    static {
        ROOT.add(BehaviourKeys.EXCEPTIONS);
    }

    static final Key<Values> DISTURBANCES = ROOT.section(
            "disturbances",
            DisturbanceKeys.DISTURBANCES,
            "What the channel does, and some mistakes of agencies. Events are documents and statuses. Shares: [A].");
    static final Key<List<String>> REQUIRE = ROOT.optional(
            "require",
            new Sequence<>(Scalars.text(), 100),
            "[]",
            "What a load of it has to keep, each as `load --require` takes it: `e2e.p99 < 50ms`.");

    private ScenarioKeys() {}
}
