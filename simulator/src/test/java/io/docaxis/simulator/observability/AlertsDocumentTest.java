package io.docaxis.simulator.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Operators read of every alert what it means, and of no other; rules and dashboard use metrics and labels that are documented. */
class AlertsDocumentTest {

    private static final Pattern ALERT = Pattern.compile(
            "(?m)^\\| `(Docaxis[A-Za-z]+)` \\((critical|warning)\\) \\| [^|]+ \\| [^|]+ \\| [^|]+ \\|$");
    private static final Pattern METRIC =
            Pattern.compile("(?m)^\\| `(docaxis_[a-z_]+)` \\| [a-z]+ \\| [^|]+ \\| ([^|]+) \\|");
    private static final Pattern WORD = Pattern.compile("`([a-z_]+)`");
    private static final Pattern GROUPED = Pattern.compile("\\b(?:by|on) \\(([a-z_, ]+)\\)");
    /** Labels of any series that Prometheus scraped. */
    private static final Set<String> SCRAPED = Set.of("job", "instance");

    @Test
    void explainsEveryAlert() {
        String operating = Shipped.read(Path.of("../docs/operating.md"));

        assertThat(ALERT.matcher(operating).results().map(row -> row.group(1) + " " + row.group(2)))
                .containsExactlyElementsOf(Shipped.rules().stream()
                        .filter(rule -> rule.alert() != null)
                        .map(rule -> rule.alert() + " " + rule.severity())
                        .toList());
    }

    @Test
    void usesMetricsAndLabelsThatAreDocumented() {
        Map<String, Set<String>> documented = documented();
        List<String> expressions = Stream.of(
                        Shipped.rules().stream().map(Shipped.Rule::expr),
                        Shipped.panels().values().stream(),
                        Shipped.variables().stream())
                .flatMap(each -> each)
                .toList();
        Set<String> unknown = new TreeSet<>();
        Set<String> labels = new TreeSet<>(SCRAPED);
        documented.values().forEach(labels::addAll);
        for (String expression : expressions) {
            Shipped.uses(expression).forEach((metric, by) -> {
                if (!documented.containsKey(metric)) {
                    unknown.add(metric);
                } else {
                    by.stream()
                            .filter(label -> !SCRAPED.contains(label)
                                    && !documented.get(metric).contains(label))
                            .forEach(label -> unknown.add(metric + "{" + label + "}"));
                }
            });
            GROUPED.matcher(expression)
                    .results()
                    .flatMap(by -> Stream.of(by.group(1).split(", *")))
                    .filter(label -> !labels.contains(label))
                    .forEach(label -> unknown.add("by " + label));
        }

        assertThat(unknown).isEmpty();
    }

    private static Map<String, Set<String>> documented() {
        Map<String, Set<String>> metrics = new TreeMap<>();
        for (MatchResult row : METRIC.matcher(Shipped.read(Path.of("../docs/metrics.md")))
                .results()
                .toList()) {
            Set<String> labels = new TreeSet<>();
            WORD.matcher(row.group(2)).results().forEach(label -> labels.add(label.group(1)));
            metrics.put(row.group(1), labels);
        }
        return metrics;
    }
}
