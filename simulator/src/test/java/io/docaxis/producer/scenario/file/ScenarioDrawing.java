package io.docaxis.producer.scenario.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws scenarios over the whole range of every key, from the keys' own descriptions; {@link KeyAgreement} then brings the keys into
 * agreement with each other. Not thread-safe.
 */
public final class ScenarioDrawing {

    /** What becomes of a key that nothing is asked of: how many of a hundred are given, by section. */
    private static final int[] GIVEN = {0, 15, 50, 100};

    private final SplittableRandom random;
    /** By the path of a key: the end of its range at which it must stand. */
    private final Map<String, ValueKind.End> wanted;

    private ScenarioDrawing(long seed, Map<String, ValueKind.End> wanted) {
        random = new SplittableRandom(seed);
        this.wanted = wanted;
    }

    /**
     * A scenario as a function of its arguments; nearly always an acceptable one.
     *
     * @param wanted of some keys, at which end of their range they are to stand
     */
    static ScenarioDraft draw(long seed, Map<String, ValueKind.End> wanted) {
        ScenarioDrawing drawing = new ScenarioDrawing(seed, wanted);
        ScenarioDraft draft = new ScenarioDraft(drawing.section("", ScenarioKeys.ROOT, 60));
        new KeyAgreement(draft, drawing.random, wanted.keySet()).bringAbout();
        return draft;
    }

    private Map<String, Object> section(String path, Section section, int givenPercent) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Key<?> key : section.keys()) {
            String at = KeyEnds.below(path, key);
            if (key.isRequired() || isWanted(at) || random.nextInt(100) < givenPercent) {
                map.put(key.name(), value(at, key.format()));
            }
        }
        return map;
    }

    private Object value(String path, Format<?> format) {
        if (format instanceof Section inner) {
            return section(path, inner, GIVEN[random.nextInt(GIVEN.length)]);
        }
        if (format instanceof Sequence<?> list) {
            return list(path, list);
        }
        if (format instanceof Quantiles quantiles) {
            return rising(path, quantiles);
        }
        if (format instanceof Weights<?> weights) {
            return weights(path, weights);
        }
        return wanted.containsKey(path)
                ? wanted.get(path).value()
                : ValueKind.of(format.allowed()).draw().apply(random);
    }

    private List<Object> list(String path, Sequence<?> list) {
        String inner = path + "[]";
        int size = random.nextInt(4) == 0 ? random.nextInt(12) : random.nextInt(3);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < Math.max(size, isWanted(inner) ? 1 : 0); i++) {
            values.add(
                    list.element() instanceof Section section
                            ? section(inner, section, GIVEN[random.nextInt(GIVEN.length)])
                            : value(inner, list.element()));
        }
        return values;
    }

    private List<Object> rising(String path, Quantiles quantiles) {
        ValueKind kind = ValueKind.of(quantiles.durations().element().allowed());
        int size = random.nextInt(2, 8);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(kind.draw().apply(random));
        }
        if (wanted.containsKey(path)) {
            values.set(0, wanted.get(path).value());
        }
        values.sort(Comparator.comparingInt(DurationText::seconds));
        return new ArrayList<>(values);
    }

    private Map<String, Object> weights(String path, Weights<?> weights) {
        ValueKind kind = ValueKind.of(weights.values().allowed());
        Map<String, Object> map = new LinkedHashMap<>();
        if (wanted.containsKey(path)) {
            map.put(wanted.get(path).value(), "1");
        }
        int size = random.nextInt(1, 7);
        for (int i = 0; i < size; i++) {
            map.putIfAbsent(kind.draw().apply(random), Integer.toString(weight()));
        }
        map.computeIfPresent(map.keySet().iterator().next(), (first, weight) -> weight.equals("0") ? "1" : weight);
        return map;
    }

    private int weight() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(2);
            case 1 -> random.nextInt(100_001);
            default -> random.nextInt(1, 20);
        };
    }

    /** Whether anything is asked of a key, or of one below it. */
    private boolean isWanted(String path) {
        return wanted.keySet().stream()
                .anyMatch(key -> key.equals(path) || key.startsWith(path + ".") || key.startsWith(path + "["));
    }
}
