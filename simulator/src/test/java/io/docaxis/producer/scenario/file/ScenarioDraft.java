package io.docaxis.producer.scenario.file;

import io.docaxis.producer.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A scenario file as a tree that tests make and cut down: maps, lists and texts, as they would stand in it. Not thread-safe. */
public final class ScenarioDraft {

    private static final String DOCUMENTS = "documents";

    private final Map<String, Object> root;

    ScenarioDraft(Map<String, Object> root) {
        this.root = root;
    }

    /** The text of the file. */
    public String yaml() {
        StringBuilder text = new StringBuilder();
        root.forEach((key, value) ->
                text.append(key).append(": ").append(flow(value)).append(System.lineSeparator()));
        return text.toString();
    }

    /**
     * What the file says.
     *
     * @throws InvalidScenarioException with everything that is wrong
     */
    public Scenario read() {
        return ScenarioReading.read("drawn.yaml", yaml());
    }

    /**
     * The tree with fewer documents, or without one of its keys, list elements or weights: each a candidate for a smaller case, the
     * smallest first.
     */
    public List<ScenarioDraft> smaller() {
        List<ScenarioDraft> candidates = new ArrayList<>();
        long documents = documents();
        for (long fewer : new long[] {1, documents / 8, documents / 2, documents * 3 / 4, documents - 1}) {
            if (fewer > 0 && fewer < documents) {
                ScenarioDraft candidate = copy();
                candidate.section("volume").put(DOCUMENTS, Long.toString(fewer));
                candidate.section("volume").remove("dispatches");
                candidates.add(candidate);
            }
        }
        without(root).stream()
                .map(ScenarioDraft::new)
                .sorted(Comparator.comparingInt(candidate -> candidate.yaml().length()))
                .forEach(candidates::add);
        return candidates;
    }

    Map<String, Object> root() {
        return root;
    }

    /** A section of the top, made where there is none. */
    Map<String, Object> section(String key) {
        return below(root, key);
    }

    @SuppressWarnings("unchecked") // whoever builds the tree puts a map where a section is
    static Map<String, Object> below(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.computeIfAbsent(key, missing -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked") // the same
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // the same
    static List<Object> list(Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }

    private long documents() {
        return Long.parseLong((String) section("volume").get(DOCUMENTS));
    }

    private ScenarioDraft copy() {
        return new ScenarioDraft(map(copy(root)));
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?>) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map(value).forEach((key, inner) -> copy.put(key, copy(inner)));
            return copy;
        }
        return value instanceof List<?> all
                ? all.stream().map(ScenarioDraft::copy).collect(Collectors.toCollection(ArrayList::new))
                : value;
    }

    private static List<Map<String, Object>> without(Map<String, Object> map) {
        List<Map<String, Object>> smaller = new ArrayList<>();
        map.forEach((key, value) -> {
            Map<String, Object> less = map(copy(map));
            less.remove(key);
            smaller.add(less);
            for (Object inner : withoutAny(value)) {
                Map<String, Object> changed = map(copy(map));
                changed.put(key, inner);
                smaller.add(changed);
            }
        });
        return smaller;
    }

    private static List<Object> withoutAny(Object value) {
        List<Object> smaller = new ArrayList<>();
        if (value instanceof Map<?, ?>) {
            smaller.addAll(without(map(value)));
        } else if (value instanceof List<?>) {
            List<Object> all = list(value);
            for (int i = 0; i < all.size() && i < 8; i++) {
                List<Object> less = new ArrayList<>(all);
                less.remove(i);
                smaller.add(less);
                for (Object inner : withoutAny(all.get(i))) {
                    List<Object> changed = new ArrayList<>(all);
                    changed.set(i, inner);
                    smaller.add(changed);
                }
            }
            if (all.size() > 8) {
                smaller.add(new ArrayList<>(all.subList(0, all.size() / 2)));
                smaller.add(new ArrayList<>(all.subList(all.size() / 2, all.size())));
            }
        }
        return smaller;
    }

    private static String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof List<?> list
                ? list.stream().map(ScenarioDraft::flow).collect(Collectors.joining(", ", "[", "]"))
                : value.toString();
    }
}
