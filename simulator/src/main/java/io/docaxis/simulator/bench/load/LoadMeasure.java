package io.docaxis.simulator.bench.load;

import io.docaxis.simulator.report.Target;
import io.docaxis.simulator.report.Target.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What is measured, each by legs that take turns. */
public enum LoadMeasure {
    /** Send rate beside Kafka's own tool. */
    SEND("send rate ÷ ProducerPerformance", "records a second", List.of(LoadLeg.LOAD_SENDS, LoadLeg.TOOL_SENDS)),
    /** Produced, consumed, tallied and verified, beside Kafka alone. */
    PROVE(
            "proved at 1 KB ÷ raw Kafka, same bytes",
            "records a second",
            List.of(LoadLeg.LOAD_PROVES, LoadLeg.KAFKA_MOVES)),
    /** Latency at a rate that all keep, beside Kafka alone. */
    LATENCY(
            "e2e p99 at 20,000/s of 1 KB ÷ raw Kafka",
            "p99 from the intended instant, ms",
            List.of(LoadLeg.LOAD_PACED, LoadLeg.KAFKA_AT_ONCE, LoadLeg.KAFKA_LINGERS, LoadLeg.LOAD_COUNTS)),
    /** How late the sending loop is by its own making. */
    SLIP("slip p99.9 at half the maximum, sink stubbed", "p99.9, ms", List.of(LoadLeg.LOOP_ALONE));

    private final String words;
    private final String unit;
    private final List<LoadLeg> legs;

    LoadMeasure(String words, String unit, List<LoadLeg> legs) {
        this.words = words;
        this.unit = unit;
        this.legs = legs;
    }

    /** As the command line and JSON write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String words() {
        return words;
    }

    /** Of a leg's figure. */
    String unit() {
        return unit;
    }

    List<LoadLeg> legs() {
        return legs;
    }

    /** The legs of a round: each comes first in turn. */
    List<LoadLeg> order(int round) {
        List<LoadLeg> order = new ArrayList<>(legs);
        Collections.rotate(order, 1 - round);
        return order;
    }

    /** Whether its figures are rates; else they are latencies. */
    boolean isRate() {
        return this == SEND || this == PROVE;
    }

    /** A lap's figure. */
    double figure(LoadLap lap) {
        return switch (this) {
            case SEND, PROVE -> lap.perSecond();
            case LATENCY -> lap.latency().orElseThrow().p99Ms();
            case SLIP -> lap.latency().orElseThrow().p999Ms();
        };
    }

    Target target(OptionalDouble measured) {
        return switch (this) {
            case SEND -> Target.atLeast(words, 0.95, 1.3, measured, Unit.RATIO);
            case PROVE -> Target.atLeast(words, 0.75, 0.95, measured, Unit.RATIO);
            case LATENCY -> Target.atMost(words, 1.3, 1, measured, Unit.RATIO);
            case SLIP -> Target.atMost(words, 2, Target.NO_REACH, measured, Unit.MILLISECONDS);
        };
    }
}
