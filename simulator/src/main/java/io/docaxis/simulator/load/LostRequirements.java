package io.docaxis.simulator.load;

import io.docaxis.simulator.load.judge.Requirement;
import io.docaxis.simulator.load.judge.Requirements;
import io.docaxis.simulator.load.measure.LatencyKind;
import io.docaxis.simulator.load.measure.Stretch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Which requirements cannot be kept any more, whatever is still to come: more events took longer than a percentile leaves room for, or more
 * failed. Counts exactly, by the bounds themselves. Thread-safe; an event costs a comparison for each requirement of its kind.
 */
final class LostRequirements {

    /** A latency that is asked for, and the events beyond its bound. */
    private record Watched(Requirement.OfLatency requirement, long boundNs, LongAdder beyond) {}

    private final Stretch stretch;
    private final long measuredEvents;
    private final long offeredEvents;
    private final List<Watched> publish;
    private final List<Watched> e2e;
    private final List<Requirement.OfFailed> ofFailed = new ArrayList<>();
    private final LongAdder failed = new LongAdder();

    /**
     * @param measuredEvents that are wanted in the measured part
     * @param offeredEvents that are wanted in all
     */
    LostRequirements(Requirements requirements, Stretch stretch, long measuredEvents, long offeredEvents) {
        this.stretch = stretch;
        this.measuredEvents = measuredEvents;
        this.offeredEvents = offeredEvents;
        publish = watched(requirements, LatencyKind.PUBLISH);
        e2e = watched(requirements, LatencyKind.E2E);
        for (Requirement each : requirements.all()) {
            if (each instanceof Requirement.OfFailed of) {
                ofFailed.add(of);
            }
        }
    }

    private static List<Watched> watched(Requirements requirements, LatencyKind kind) {
        return requirements.all().stream()
                .map(Requirement::ofLatency)
                .flatMap(Optional::stream)
                .filter(of -> of.kind() == kind)
                .map(of -> new Watched(of, of.boundNs().longValue(), new LongAdder()))
                .toList();
    }

    /** An event took a time. */
    void took(LatencyKind kind, long intendedAtNs, long latencyNs) {
        List<Watched> all = kind == LatencyKind.PUBLISH ? publish : e2e;
        if (!all.isEmpty() && stretch.measures(intendedAtNs)) {
            for (Watched each : all) {
                if (latencyNs > each.boundNs) {
                    each.beyond.increment();
                }
            }
        }
    }

    /** Events failed. */
    void failed(long events) {
        failed.add(events);
    }

    /** The first requirement that is lost, in words; empty: each can be kept yet. */
    Optional<String> lost() {
        for (List<Watched> all : List.of(publish, e2e)) {
            for (Watched each : all) {
                double room = measuredEvents * (1 - each.requirement.percentile() / 100);
                if (each.beyond.sum() > room) {
                    return Optional.of(each.requirement.written() + ": " + each.beyond.sum()
                            + " events took longer, and " + (long) room + " of " + measuredEvents + " may");
                }
            }
        }
        long lost = failed.sum();
        for (Requirement.OfFailed each : ofFailed) {
            BigDecimal room = each.share()
                    ? each.bound().multiply(BigDecimal.valueOf(offeredEvents)).movePointLeft(2)
                    : each.bound();
            if (room.compareTo(BigDecimal.valueOf(lost)) < 0) {
                return Optional.of(each.written() + ": " + lost + " sends failed");
            }
        }
        return Optional.empty();
    }
}
