package io.docaxis.simulator.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules and the dashboard that operators are given, as they are in their files. */
final class Shipped {

    static final Path DASHBOARD = Tool.SHIPPED.resolve("grafana/dashboards/docaxis.json");

    /** The variables of the dashboard that are names of labels' values. */
    private static final Pattern VARIABLE = Pattern.compile("\\$(cluster|group|prefix|agency)\\b");
    /** Strings, which may hold anything; labels that are grouped by; a metric, and what stands in its braces. */
    private static final Pattern USE = Pattern.compile("\\b(docaxis_[a-z_]+)(?:\\{([^}]*)})?");

    private static final Pattern LABEL = Pattern.compile("([a-z_]+)(?:=~|!~|!=|=)\"");

    private Shipped() {}

    /** A rule of Prometheus'. What a kind of rule has not is null. */
    record Rule(String alert, String record, String expr, String severity) {}

    /** All rules, in the order in which they stand. */
    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (String file : List.of("recording.yml", "alerts.yml")) {
            for (Object group :
                    list(yaml(Tool.SHIPPED.resolve("rules").resolve(file)).get("groups"))) {
                for (Object rule : list(map(group).get("rules"))) {
                    Map<?, ?> read = map(rule);
                    Object labels = read.get("labels");
                    rules.add(new Rule(
                            (String) read.get("alert"),
                            (String) read.get("record"),
                            (String) read.get("expr"),
                            labels == null ? null : (String) map(labels).get("severity")));
                }
            }
        }
        return rules;
    }

    /** Every expression of the dashboard by the title of its panel and its number there, for all values of its variables. */
    static Map<String, String> panels() {
        JsonNode board = JsonMapper.shared().readTree(read(DASHBOARD));
        Map<String, String> expressions = new TreeMap<>();
        for (JsonNode panel : board.get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                expressions.put(
                        panel.get("title").asString() + " "
                                + target.get("refId").asString() + " "
                                + panel.get("id").asInt(),
                        VARIABLE.matcher(target.get("expr").asString()).replaceAll(".*"));
            }
        }
        return expressions;
    }

    /** The queries by which the dashboard finds the values of its variables. */
    static List<String> variables() {
        JsonNode board = JsonMapper.shared().readTree(read(DASHBOARD));
        List<String> queries = new ArrayList<>();
        for (JsonNode variable : board.get("templating").get("list")) {
            if (variable.has("definition")) {
                queries.add(variable.get("definition").asString());
            }
        }
        return queries;
    }

    /** Every metric of docaxis' own that an expression uses, with the labels that it picks series by. */
    static Map<String, List<String>> uses(String expression) {
        Map<String, List<String>> uses = new TreeMap<>();
        Matcher use = USE.matcher(expression);
        while (use.find()) {
            List<String> labels = uses.computeIfAbsent(use.group(1), first -> new ArrayList<>());
            if (use.group(2) != null) {
                LABEL.matcher(use.group(2)).results().forEach(label -> labels.add(label.group(1)));
            }
        }
        return uses;
    }

    static Map<?, ?> yaml(Path file) {
        return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(read(file)));
    }

    /** A map within a map. */
    static Map<?, ?> at(Map<?, ?> outer, String key) {
        return map(outer.get(key));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> map(Object node) {
        return (Map<?, ?>) node;
    }

    private static List<?> list(Object node) {
        return (List<?>) node;
    }
}
