package io.docaxis.producer.scenario.file;

import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * Values with weights: {@code {1: 70, 2: 30}}. In the order of the values whatever the order in the file, without those of
 * weight 0.
 *
 * @param what what the values are, in plural
 */
record Weights<T extends Comparable<T>>(String what, Scalar<T> values) implements Format<SortedMap<T, Integer>> {

    /** Small enough for weights, seconds and a billion documents to be multiplied in a long. */
    private static final Scalar<Integer> WEIGHT = Scalars.count(0, 100_000);

    private static final int MOST = 10_000;
    private static final int MAX_SUM = 1_000_000_000;

    @Override
    public SortedMap<T, Integer> read(Place place) {
        if (!(place.node() instanceof MappingNode map)) {
            place.refuse(allowed());
            return null;
        }
        if (map.getValue().size() > MOST) {
            place.refuse(map.getValue().size() + " of them", "at most " + MOST);
            return null;
        }
        SortedMap<T, Integer> weights = new TreeMap<>();
        boolean sound = true;
        for (NodeTuple entry : map.getValue()) {
            sound &= add(place, entry, weights);
        }
        weights.values().removeIf(weight -> weight == 0);
        return sound && isSumAllowed(place, weights) ? weights : null;
    }

    private boolean isSumAllowed(Place place, SortedMap<T, Integer> weights) {
        long sum = weights.values().stream().mapToLong(weight -> weight).sum();
        if (sum == 0) {
            place.refuse("no weight above 0", allowed());
        } else if (sum > MAX_SUM) {
            place.refuse("weights that add up to " + sum, "a sum of at most " + MAX_SUM);
        }
        return sum > 0 && sum <= MAX_SUM;
    }

    private boolean add(Place place, NodeTuple entry, SortedMap<T, Integer> weights) {
        Place at = place.entry(entry);
        T value = values.read(new Place(at.findings(), entry.getKeyNode(), at.line(), place.key()));
        Integer weight = WEIGHT.read(at);
        if (value == null || weight == null) {
            return false;
        }
        if (weights.put(value, weight) != null) {
            at.refuse("the value a second time", "each value once");
            return false;
        }
        return true;
    }

    @Override
    public String allowed() {
        return "a map from " + what + " (" + values.allowed() + ") to weights (" + WEIGHT.allowed() + "), not all 0";
    }
}
