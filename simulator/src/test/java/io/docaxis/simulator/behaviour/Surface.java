package io.docaxis.simulator.behaviour;

import io.docaxis.monitor.endpoint.MetricDescription;
import io.docaxis.simulator.command.CommandTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** What users and their tools see of docaxis whatever is played: help, exit codes, metrics, fields of files. */
final class Surface {

    private Surface() {}

    /** @param directory for files that are written on the way */
    static Recorded recorded(Path directory) {
        Recorded recorded = new Recorded();
        CommandTexts.helps()
                .forEach((command, text) -> text.lines().forEach(row -> recorded.add("help/" + command, row)));
        CommandTexts.exitCodes()
                .forEach((code, meaning) -> recorded.add(String.format(Locale.ROOT, "exit code/%03d", code), meaning));
        CommandTexts.ends().forEach((end, code) -> recorded.add("exit code/of " + end, String.valueOf(code)));
        metrics().forEach(metric -> add(recorded, metric));
        new ResultKeys(directory)
                .types()
                .forEach((file, types) ->
                        types.forEach((path, type) -> recorded.add("field/" + file + "/" + path, type)));
        return recorded;
    }

    /** Of docaxis itself; what Spring Boot says of the JVM and the process is beside them. */
    static List<MetricDescription> metrics() {
        List<MetricDescription> all = new ArrayList<>();
        var classes = new ClassPathScanningCandidateComponentProvider(false);
        classes.addIncludeFilter(new AssignableTypeFilter(MetricDescription.class));
        for (BeanDefinition found : classes.findCandidateComponents("io.docaxis")) {
            Class<?> metrics = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            for (Object metric : metrics.getEnumConstants()) {
                all.add((MetricDescription) metric);
            }
        }
        return all;
    }

    private static void add(Recorded recorded, MetricDescription metric) {
        String type = metric.type().name().toLowerCase(Locale.ROOT);
        String tags = metric.tags().isEmpty() ? "" : ", by " + String.join(", ", metric.tags());
        recorded.add("metric/" + metric.prometheusName(), type + " of " + metric.unit() + tags);
    }
}
