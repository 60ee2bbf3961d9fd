package io.docaxis.producer.scenario.file;

import java.util.HashSet;
import java.util.Set;

/** Writes the reference of all keys, as {@code docs/scenarios.md} must carry it: a table for each section. */
final class ScenarioReference {

    private final StringBuilder text = new StringBuilder();
    private final Set<Section> written = new HashSet<>();

    static String markdown() {
        ScenarioReference reference = new ScenarioReference();
        reference.table(ScenarioKeys.ROOT);
        reference.sections("", ScenarioKeys.ROOT);
        return reference.text.toString().strip();
    }

    private void table(Section section) {
        if (section.keys().stream().allMatch(key -> key.format() instanceof Section)) {
            return;
        }
        text.append("\n| key | allowed | default | meaning |\n|---|---|---|---|\n");
        for (Key<?> key : section.keys()) {
            if (!(key.format() instanceof Section)) {
                text.append("| `%s` | %s | %s | %s |\n"
                        .formatted(key.name(), key.format().allowed(), fallback(key), key.meaning()));
            }
        }
    }

    private void sections(String path, Section section) {
        for (Key<?> key : section.keys()) {
            if (key.format() instanceof Section inner) {
                section(path + key.name(), inner, key);
            } else if (key.format() instanceof Sequence<?> list && list.element() instanceof Section inner) {
                section(path + key.name() + "[]", inner, key);
            }
        }
    }

    private void section(String path, Section section, Key<?> key) {
        text.append("\n### `")
                .append(path)
                .append("`\n\n")
                .append(key.meaning())
                .append("\n");
        if (written.add(section)) {
            table(section);
            sections(path + ".", section);
        }
    }

    private static String fallback(Key<?> key) {
        if (key.isRequired()) {
            return "**required**";
        }
        return key.fallback() == null ? key.fallbackText() : "`" + key.fallbackText() + "`";
    }
}
