package io.docaxis.producer.scenario.file;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Checks that shares of the same whole leave it whole. */
final class ShareChecks {

    private static final int MILLION = 1_000_000;
    private static final List<List<Key<Integer>>> OF_BEHAVIOUR = List.of(
            List.of(BehaviourKeys.REFUSE, BehaviourKeys.ACKNOWLEDGE_LATE, BehaviourKeys.ACKNOWLEDGE_NEVER),
            List.of(BehaviourKeys.RECALL_NEVER, BehaviourKeys.RECALL_LATE));

    private ShareChecks() {}

    static void check(Values root) {
        check(
                root.get(ScenarioKeys.SIGNING),
                List.of(TrafficKeys.SEND_LATE, TrafficKeys.NOT_SIGNED, TrafficKeys.SIGNED_AFTER_SENT));
        checkThreads(root.get(ScenarioKeys.THREADS), root.get(ScenarioKeys.DISTURBANCES));
        checkBehaviours(root.get(ScenarioKeys.BEHAVIOUR));
    }

    private static void checkThreads(Values threads, Values disturbances) {
        List<Key<Integer>> kinds =
                List.of(TrafficKeys.QUESTION, TrafficKeys.RECALL_DOCUMENT, TrafficKeys.UPDATE, TrafficKeys.REPLACE);
        Key<Integer> orphan = DisturbanceKeys.ORPHAN_ANSWER;
        if (areSound(threads, kinds) && disturbances.areSound(orphan)) {
            refuseAboveOne(
                    threads.place(),
                    names(kinds) + " + disturbances." + orphan.name(),
                    sum(threads, kinds) + disturbances.get(orphan));
        }
    }

    private static void checkBehaviours(Values behaviours) {
        Values all = behaviours.get(BehaviourKeys.ALL);
        OF_BEHAVIOUR.forEach(keys -> check(all, keys));
        BehaviourKeys.BY_TIER.values().forEach(tier -> checkOver(behaviours.get(tier), all));
    }

    /** Checks only the sums to which the upper behaviour adds something: what is wrong below is said there, once. */
    static void checkOver(Values upper, Values lower) {
        for (List<Key<Integer>> keys : OF_BEHAVIOUR) {
            if (keys.stream().anyMatch(upper::gives)) {
                check(upper.over(lower), keys);
            }
        }
    }

    private static void check(Values values, List<Key<Integer>> keys) {
        if (areSound(values, keys)) {
            refuseAboveOne(values.place(), names(keys), sum(values, keys));
        }
    }

    private static void refuseAboveOne(Place place, String what, int sumPpm) {
        if (sumPpm > MILLION) {
            place.refuse(what + " = " + decimal(sumPpm), "a sum of at most 1");
        }
    }

    private static boolean areSound(Values values, List<Key<Integer>> keys) {
        return keys.stream().allMatch(values::areSound);
    }

    private static int sum(Values values, List<Key<Integer>> keys) {
        return keys.stream().mapToInt(values::get).sum();
    }

    private static String names(List<Key<Integer>> keys) {
        return keys.stream().map(Key::name).collect(Collectors.joining(" + "));
    }

    /** A share as a file writes it. */
    static String decimal(int ppm) {
        return BigDecimal.valueOf(ppm, 6).stripTrailingZeros().toPlainString();
    }
}
