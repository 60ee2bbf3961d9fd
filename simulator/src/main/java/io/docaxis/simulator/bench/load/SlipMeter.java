package io.docaxis.simulator.bench.load;

import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.form.EventFormat;
import io.docaxis.producer.form.EventHeaders;
import io.docaxis.producer.form.Padding;
import io.docaxis.producer.form.RecordSize;
import io.docaxis.producer.plan.EventEstimate;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.SteadyClock;
import io.docaxis.producer.publish.StubbedLoad;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.producer.schedule.Arrivals;
import io.docaxis.producer.schedule.LoadShape;
import io.docaxis.producer.schedule.Rate;
import io.docaxis.producer.schedule.RatePlan;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How late the sending loop of a load is by its own making: first as fast as it can go, then at half of that. Its sink encodes and
 * never waits, so all of the time from the intended instant is its own.
 */
final class SlipMeter {

    private static final int PARTITIONS = 6;
    /** The more, the surer the loop is at its full speed when its rate is taken. */
    private static final int LEAST_SECONDS_AT_MOST = 2;

    private static final int PARTS_AT_MOST = 4;
    /** More than any loop reaches. */
    private static final double BEYOND = 4_000_000;

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long READY_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final double EVENTS_AT_HAND = 1.2;

    private final SteadyClock clock = SteadyClock.ofThisMachine();
    private final Scenario scenario;
    private final int size;

    private SlipMeter(Scenario scenario, int size) {
        this.scenario = scenario;
        this.size = size;
    }

    /** Measures for so many seconds, and says what; a tenth of them is warm-up and left out. */
    static String measure(String scenario, int seconds, int size) {
        SlipMeter meter = new SlipMeter(Scenarios.read(scenario), size);
        double most = meter.most(Math.max(LEAST_SECONDS_AT_MOST, seconds / PARTS_AT_MOST));
        return meter.slip(most / 2, seconds) + String.format(Locale.ROOT, "; at most %.0f/s", most);
    }

    /** Events a second, in the second half of the time. */
    private double most(int seconds) {
        StubbedLoad load = load(BEYOND / 2 * seconds);
        long startAtNs = clock.nowNs();
        long halfAtNs = startAtNs + seconds * SECOND_NS / 2;
        long endAtNs = startAtNs + seconds * SECOND_NS;
        long[] given = new long[1];
        long[] lastAtNs = new long[1];
        load.play(plan(BEYOND, seconds), startAtNs, (intendedAtNs, givenAtNs) -> {
            if (givenAtNs >= halfAtNs) {
                given[0]++;
                lastAtNs[0] = givenAtNs;
            }
            if (givenAtNs >= endAtNs) {
                load.stop();
            }
        });
        if (given[0] == 0) {
            throw new IllegalStateException("the loop had no events left after " + seconds / 2.0 + " s");
        }
        return given[0] * (double) SECOND_NS / (lastAtNs[0] - halfAtNs);
    }

    private String slip(double rate, int seconds) {
        StubbedLoad load = load(rate * seconds * EVENTS_AT_HAND);
        // as a load does before it starts
        System.gc();
        long startAtNs = clock.nowNs() + READY_NS;
        long measuredFromNs = startAtNs + seconds * SECOND_NS / 10;
        Histogram micros = new Histogram(3);
        load.play(plan(rate, seconds), startAtNs, (intendedAtNs, givenAtNs) -> {
            if (intendedAtNs >= measuredFromNs) {
                micros.recordValue((givenAtNs - intendedAtNs) / 1_000);
            }
        });
        return "measured " + micros.getTotalCount() + " events from " + TimeUnit.NANOSECONDS.toMillis(measuredFromNs)
                + " to " + TimeUnit.NANOSECONDS.toMillis(startAtNs + seconds * SECOND_NS) + ": "
                + LapLatency.line(micros);
    }

    private StubbedLoad load(double events) {
        Scenario scaled = EventEstimate.withEvents(scenario, events, new World(scenario, scenario.seed()).startsAt());
        World world = new World(scaled, scaled.seed());
        EventForm form = EventForm.of(
                EventFormat.PROTOBUF, Optional.of(RecordSize.fixed(size)), Padding.RANDOM, EventHeaders.NONE, world);
        return new StubbedLoad(world, form, PARTITIONS, clock);
    }

    private static RatePlan plan(double rate, int seconds) {
        return new RatePlan(new LoadShape.Constant(new Rate(rate)).over(seconds * SECOND_NS), Arrivals.EVEN);
    }
}
