package io.docaxis.producer.scenario.file;

import io.docaxis.producer.scenario.file.ValueKind.End;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ends of every key's range, and which of them scenarios have reached. Not thread-safe. */
final class KeyEnds {

    /** Keys whose ends are not played here: so many documents take days, and so few show nothing. */
    private static final Set<String> ELSEWHERE = Set.of("volume.documents", "volume.dispatches");

    /** One end of one key. */
    record KeyEnd(String path, End end) {
        @Override
        public String toString() {
            return path + " = " + end.name();
        }
    }

    private final Set<String> reached = new LinkedHashSet<>();

    /** Every end of every key. */
    static List<KeyEnd> all() {
        List<KeyEnd> all = new ArrayList<>();
        walk("", ScenarioKeys.ROOT, all);
        return all;
    }

    /** The path of a key. */
    static String below(String path, Key<?> key) {
        return path.isEmpty() ? key.name() : path + "." + key.name();
    }

    private static void walk(String path, Section section, List<KeyEnd> to) {
        for (Key<?> key : section.keys()) {
            walk(below(path, key), key.format(), to);
        }
    }

    private static void walk(String path, Format<?> format, List<KeyEnd> to) {
        if (format instanceof Section section) {
            walk(path, section, to);
        } else if (format instanceof Sequence<?> list) {
            walk(path + "[]", list.element(), to);
        } else if (!ELSEWHERE.contains(path)) {
            ValueKind.of(scalar(format)).ends().forEach(end -> to.add(new KeyEnd(path, end)));
        }
    }

    /** What single values of a format may be. */
    private static String scalar(Format<?> format) {
        if (format instanceof Quantiles quantiles) {
            return quantiles.durations().element().allowed();
        }
        return format instanceof Weights<?> weights ? weights.values().allowed() : format.allowed();
    }

    /** Takes note of the ends at which a scenario's keys stand. */
    void reach(ScenarioDraft draft) {
        reach("", ScenarioKeys.ROOT, draft.root());
    }

    private void reach(String path, Section section, Map<String, Object> map) {
        for (Key<?> key : section.keys()) {
            if (map.containsKey(key.name())) {
                reach(below(path, key), key.format(), map.get(key.name()));
            }
        }
    }

    private void reach(String path, Format<?> format, Object value) {
        if (format instanceof Section section) {
            reach(path, section, ScenarioDraft.map(value));
        } else if (format instanceof Sequence<?> list) {
            ScenarioDraft.list(value).forEach(element -> reach(path + "[]", list.element(), element));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((each, weight) -> {
                if (!weight.equals("0")) {
                    reachValue(path, format, each.toString());
                }
            });
        } else if (value instanceof List<?> values) {
            values.forEach(each -> reachValue(path, format, each.toString()));
        } else {
            reachValue(path, format, value.toString());
        }
    }

    private void reachValue(String path, Format<?> format, String text) {
        for (End end : ValueKind.of(scalar(format)).ends()) {
            if (end.isThere().test(text)) {
                reached.add(new KeyEnd(path, end).toString());
            }
        }
    }

    /** Those that no scenario has reached. */
    List<KeyEnd> missing() {
        return all().stream().filter(end -> !reached.contains(end.toString())).toList();
    }

    /** By path, what a scenario is to reach of what is missing: every n-th, so that few stand in each other's way. */
    static Map<String, End> wanted(List<KeyEnd> missing, int first, int step) {
        Map<String, End> wanted = new LinkedHashMap<>();
        for (int i = first % step; i < missing.size(); i += step) {
            wanted.putIfAbsent(missing.get(i).path(), missing.get(i).end());
        }
        return wanted;
    }
}
