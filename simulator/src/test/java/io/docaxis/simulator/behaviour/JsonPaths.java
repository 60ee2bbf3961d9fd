package io.docaxis.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The paths of all fields of a JSON file, and of which type each is in which kinds of it. Not thread-safe. */
final class JsonPaths {

    private final List<String> kinds = new ArrayList<>();
    private final SortedMap<String, SortedMap<String, List<String>>> paths = new TreeMap<>();

    /** One more file, of a kind of its own. */
    JsonPaths with(String kind, String json) {
        kinds.add(kind);
        walk("", JsonMapper.shared().readTree(json));
        return this;
    }

    private void walk(String path, JsonNode node) {
        if (!path.isEmpty()) {
            note(path, node);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            walk(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue());
        }
        if (node.isArray()) {
            node.forEach(element -> walk(path + "[]", element));
        }
    }

    private void note(String path, JsonNode node) {
        String kind = kinds.get(kinds.size() - 1);
        List<String> those = paths.computeIfAbsent(path, first -> new TreeMap<>())
                .computeIfAbsent(node.getNodeType().name().toLowerCase(Locale.ROOT), first -> new ArrayList<>());
        if (!those.contains(kind)) {
            those.add(kind);
        }
    }

    /** By path, its types; with the kinds, unless it is of one type in all of them. */
    SortedMap<String, String> types() {
        SortedMap<String, String> types = new TreeMap<>();
        paths.forEach((path, byType) -> types.put(
                path,
                byType.entrySet().stream()
                        .map(type -> type.getKey()
                                + (type.getValue().equals(kinds) ? "" : ": " + String.join(", ", type.getValue())))
                        .collect(Collectors.joining("; "))));
        return types;
    }
}
