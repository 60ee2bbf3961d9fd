package io.docaxis.producer.scenario.file;

import io.docaxis.common.event.DocumentType;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.producer.scenario.Traffic;
import io.docaxis.producer.scenario.Traffic.Burst;
import io.docaxis.producer.scenario.Traffic.DueDates;
import io.docaxis.producer.scenario.Traffic.FollowUps;
import io.docaxis.producer.scenario.Traffic.RecallRequests;
import io.docaxis.producer.scenario.Traffic.Shape;
import io.docaxis.producer.scenario.Traffic.Signing;
import io.docaxis.producer.scenario.Traffic.Threads;
import io.docaxis.producer.scenario.Weighted;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Makes of a file's values what a scenario says about its traffic. */
final class TrafficReading {

    private TrafficReading() {}

    static Traffic traffic(Values root) {
        return new Traffic(
                shape(root.get(ScenarioKeys.SHAPE)),
                weighted(root.get(TrafficKeys.FAN_OUT)),
                weightOfEach(DocumentType.class, root.get(TrafficKeys.TYPES)),
                weightOfEach(Urgency.class, root.get(TrafficKeys.URGENCY)),
                signing(root.get(ScenarioKeys.SIGNING)),
                threads(root.get(ScenarioKeys.THREADS)),
                dueDates(root.get(ScenarioKeys.DUE_DATES)));
    }

    private static Shape shape(Values values) {
        return new Shape(
                weightOfEach(1, 12, values.get(TimeKeys.MONTHS)),
                weightOfEach(0, 23, values.get(TimeKeys.HOURS)),
                values.get(TimeKeys.DAYS_OFF_SHARE),
                values.get(TimeKeys.BURSTS).stream()
                        .map(burst -> new Burst(
                                burst.get(TimeKeys.BURST_FROM),
                                burst.get(TimeKeys.BURST_TO),
                                burst.get(TimeKeys.BURST_PERCENT)))
                        .toList());
    }

    private static Signing signing(Values values) {
        return new Signing(
                values.get(TrafficKeys.SEND_LATE),
                values.get(TrafficKeys.SEND_LATE_BY),
                values.get(TrafficKeys.NOT_SIGNED),
                values.get(TrafficKeys.SIGNED_AFTER_SENT));
    }

    private static Threads threads(Values values) {
        return new Threads(
                values.get(TrafficKeys.QUESTION),
                values.get(TrafficKeys.ANSWERED),
                new FollowUps(
                        values.get(TrafficKeys.RECALL_DOCUMENT),
                        values.get(TrafficKeys.UPDATE),
                        values.get(TrafficKeys.REPLACE)),
                weighted(values.get(TrafficKeys.QUESTION_FAN_OUT)),
                new RecallRequests(values.get(TrafficKeys.RECALL_REQUEST), values.get(TrafficKeys.LAST_DAY_RECALL)));
    }

    private static DueDates dueDates(Values values) {
        return new DueDates(
                values.get(TrafficKeys.DUE_PLAIN),
                weighted(values.get(TrafficKeys.DUE_WORKING_DAYS)),
                values.get(TrafficKeys.DUE_PAST));
    }

    private static List<Weighted> weighted(SortedMap<Integer, Integer> weights) {
        return weights.entrySet().stream()
                .map(entry -> new Weighted(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Integer> weightOfEach(int first, int last, SortedMap<Integer, Integer> weights) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> weights.getOrDefault(i, 0))
                .toList();
    }

    private static <E extends Enum<E>> Map<E, Integer> weightOfEach(Class<E> type, SortedMap<E, Integer> weights) {
        Map<E, Integer> each = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            each.put(constant, weights.getOrDefault(constant, 0));
        }
        return Collections.unmodifiableMap(each);
    }
}
