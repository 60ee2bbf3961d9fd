package io.docaxis.simulator.command;

import io.docaxis.producer.plan.EventEstimate;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.schedule.Arrivals;
import io.docaxis.producer.schedule.LoadCurve;
import io.docaxis.producer.schedule.LoadShape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** How much a load sends, and how fast. */
final class LoadOptions extends ScenarioOptions {

    /** A load has more events at hand than will be due: the last ones of a world have no answers. */
    private static final double EVENTS_AT_HAND = 1.2;
    /** Of Poisson arrivals, standard deviations that more may come than are wanted. */
    private static final double DEVIATIONS = 6;
    /** What sources may have more or less of a small world than their share. */
    private static final long EVENTS_A_SOURCE = 300;

    private static final double PER_NS = 1e-9;

    private static final Duration MOST_REHEARSED = Duration.ofSeconds(20);

    @Option(
            names = "--rate",
            converter = RateText.Converter.class,
            paramLabel = "RATE",
            description =
                    "Events a second, by the wall clock: 20000/s, 20k/s, 1200/min; a ramp 1k/s..20k/s, steps 5k/s,10k/s.")
    RateText rate;

    @Option(
            names = "--documents-rate",
            converter = RateText.Converter.class,
            paramLabel = "RATE",
            description = "The same in documents, each with all that follows from it.")
    RateText documentsRate;

    @Option(
            names = "--shape",
            converter = Choices.ShapeChoice.class,
            paramLabel = "SHAPE",
            defaultValue = "as-given",
            description = {
                "as-given: as --rate says, all the time; office-day: the day of the scenario's offices within the duration,"
                        + " --rate on the average (default: ${DEFAULT-VALUE})."
            })
    Choices.Shape shape;

    @Option(
            names = "--arrivals",
            converter = Choices.ArrivingChoice.class,
            paramLabel = "HOW",
            defaultValue = "even",
            description = "even, or poisson: as by many who know nothing of each other (default: ${DEFAULT-VALUE}).")
    Choices.Arriving arrivals;

    @Option(
            names = "--duration",
            converter = WallTime.class,
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "How long events are due (default: ${DEFAULT-VALUE}).")
    Duration duration;

    @Option(
            names = "--warm-up",
            converter = WallTime.class,
            paramLabel = "TIME",
            description = "Of it, what is left out of all figures (default: a tenth of the duration).")
    Duration warmUp;

    @Option(
            names = "--rehearse",
            converter = WallTime.class,
            paramLabel = "TIME",
            description = {
                "How long the same traffic is played before, on a broker of docaxis' own: Java compiles what is hot while it runs, and"
                        + " what it takes for that would be measured (default: a third of the duration, at most 20s; 0s: not at all)."
            })
    Duration rehearsal;

    Duration rehearsal() {
        Duration third = duration.dividedBy(3);
        return rehearsal != null ? rehearsal : third.compareTo(MOST_REHEARSED) < 0 ? third : MOST_REHEARSED;
    }

    /** The wanted rate over the duration. */
    LoadCurve curve(Scenario scenario) {
        RateText wanted = rate == null ? documentsRate : rate;
        LoadShape over = wanted.shape(rate == null ? EventEstimate.eventsADocument(world(scenario)) : 1);
        if (shape == Choices.Shape.OFFICE_DAY) {
            over = new LoadShape.OfficeDay(
                    ((LoadShape.Constant) over).rate(),
                    scenario.traffic().shape().hours());
        }
        try {
            return over.over(duration.toNanos());
        } catch (IllegalArgumentException e) {
            throw new UsageException(option() + " " + wanted.text() + " --duration: " + e.getMessage());
        }
    }

    /** What is wrong with options that do not fit together; empty: nothing. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (scenario == null) {
            problems.add(
                    "SCENARIO is missing: want the name of a shipped one ('docaxis scenario list'), or a YAML file");
        }
        if (rate == null && documentsRate == null) {
            problems.add("--rate RATE is missing: want it, such as 20000/s, or --documents-rate");
        }
        if (rate != null && documentsRate != null) {
            problems.add(
                    "--documents-rate " + documentsRate.text() + ": --rate says how fast already: want one of them");
        }
        RateText wanted = rate == null ? documentsRate : rate;
        if (shape == Choices.Shape.OFFICE_DAY && wanted != null && !wanted.isConstant()) {
            problems.add("--shape office-day: has its own ups and downs, and " + option() + " " + wanted.text()
                    + " too: want one rate, which it has on the average");
        }
        if (duration.isZero()) {
            problems.add("--duration 0: want more than 0");
        }
        if (warmUp != null && warmUp.compareTo(duration) >= 0) {
            problems.add("--warm-up " + written(warmUp) + ": want less than the duration, " + written(duration));
        }
        return problems;
    }

    private String option() {
        return rate == null ? "--documents-rate" : "--rate";
    }

    Duration warmUp() {
        return warmUp == null ? duration.dividedBy(10) : warmUp;
    }

    /**
     * A world from where the user wants it to begin, that has enough events.
     *
     * @param sources of all processes
     * @throws UsageException if --documents is too little, or nothing can be enough
     */
    Excerpt excerpt(Scenario scenario, LoadCurve curve, int sources) {
        double wanted = wanted(curve, sources);
        if (documents != null) {
            Excerpt asked = fromBegin(world(scenario));
            double has = EventEstimate.events(asked.world(), asked.beginsAt());
            if (has < wanted) {
                throw new UsageException(String.format(
                        Locale.ROOT,
                        "--documents %d: makes about %.0f events, and this load wants %.0f at hand: want more, or leave it out",
                        documents,
                        has,
                        wanted));
            }
            return asked;
        }
        long beginsAt = fromBegin(world(scenario)).beginsAt();
        try {
            return fromBegin(world(EventEstimate.withEvents(scenario, wanted, beginsAt)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(option() + ": " + e.getMessage());
        }
    }

    private double wanted(LoadCurve curve, int sources) {
        double due = curve.eventsDue();
        double more = arrivals == Choices.Arriving.POISSON ? DEVIATIONS * Math.sqrt(due * sources) : 0;
        return (due + more) * EVENTS_AT_HAND + (double) EVENTS_A_SOURCE * sources;
    }

    Arrivals arrivals(World world) {
        return arrivals == Choices.Arriving.POISSON ? new Arrivals.Poisson(world.seed()) : Arrivals.EVEN;
    }

    /** As the user gave them, in the order in which they are shown. */
    void describe(Map<String, String> settings) {
        settings.put(rate == null ? "documents-rate" : "rate", (rate == null ? documentsRate : rate).text());
        settings.put("shape", Choices.word(shape));
        settings.put("arrivals", Choices.word(arrivals));
        settings.put("duration", written(duration));
        settings.put("warm-up", written(warmUp()));
        if (beginAt != null) {
            settings.put("begin-at", beginAt.toString());
        }
    }

    private static String written(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toNanos() * PER_NS + "s";
    }
}
