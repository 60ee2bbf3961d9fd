package io.docaxis.simulator.observability;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules, configurations and dashboard by the judgement of Prometheus' own tools, and what the rules say of series made by hand. */
class RulesIT {

    @Test
    void arePrometheusConfigurations() {
        Tool promtool = Tool.of("arePrometheusConfigurations", "promtool");

        holds(promtool.run("check", "rules", "--lint-fatal", "rules/recording.yml", "rules/alerts.yml"));
        holds(promtool.run("check", "config", "prometheus.yml"));
    }

    @Test
    void isAnAlertmanagerConfiguration() {
        holds(Tool.of("isAnAlertmanagerConfiguration", "amtool").run("check-config", "alertmanager.yml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "monitor", "documents", "on-time"})
    void fireHoldAndResolve(String series) {
        holds(Tool.of("fireHoldAndResolve", "promtool").run("test", "rules", "tests/" + series + ".yml"));
    }

    @Test
    void areSilentThroughWeeksOfAHealthyOffice(@TempDir Path directory) throws IOException {
        Tool promtool = Tool.of("areSilentThroughWeeksOfAHealthyOffice", "promtool");
        Path test = Files.writeString(
                directory.resolve("office.yml"),
                OfficeWeeks.test()
                        .replace("../rules", Tool.SHIPPED.resolve("rules").toString()));

        holds(promtool.run("test", "rules", test.toString()));
    }

    @Test
    void allFireInSomeTest() {
        String tests = Pattern.compile("\n")
                .splitAsStream(Shipped.read(Tool.SHIPPED.resolve("tests/groups.yml"))
                        + Shipped.read(Tool.SHIPPED.resolve("tests/monitor.yml"))
                        + Shipped.read(Tool.SHIPPED.resolve("tests/documents.yml"))
                        + Shipped.read(Tool.SHIPPED.resolve("tests/on-time.yml")))
                .collect(joining("\n"));

        assertThat(Shipped.rules().stream().filter(rule -> rule.alert() != null))
                .allSatisfy(rule -> assertThat(tests).contains("alertname=\"" + rule.alert() + "\""));
    }

    @Test
    void letPrometheusReadEveryExpressionOfTheDashboard(@TempDir Path directory) throws IOException {
        Tool promtool = Tool.of("letPrometheusReadEveryExpressionOfTheDashboard", "promtool");
        Map<String, String> panels = Shipped.panels();
        StringBuilder rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
        int number = 0;
        for (String expression : panels.values()) {
            rules.append("      - record: panel:expression:").append(number++).append("\n        expr: '");
            rules.append(expression.replace("'", "''")).append("'\n");
        }
        Path file = Files.writeString(directory.resolve("panels.yml"), rules);

        holds(promtool.run("check", "rules", file.toString()));
        assertThat(panels).hasSizeGreaterThan(30);
    }

    private static void holds(Tool.Ended ended) {
        assertThat(ended.code()).as(ended.printed()).isZero();
    }
}
