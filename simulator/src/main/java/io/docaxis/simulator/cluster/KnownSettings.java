package io.docaxis.simulator.cluster;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.producer.scenario.file.Nearest;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings that Kafka's clients know, each with the values that they take; the names may have a prefix. */
final class KnownSettings {

    private static final String TOPIC = "topic.";
    private static final List<ConfigDef> ALL = List.of(
            ProducerConfig.configDef(),
            ConsumerConfig.configDef(),
            AdminClientConfig.configDef(),
            StreamsConfig.configDef());
    /** By the end of the prefix. */
    private static final Map<String, ConfigDef> OF_A_KIND = Map.of(
            "producer.", ProducerConfig.configDef(),
            "consumer.", ConsumerConfig.configDef(),
            "admin.", AdminClientConfig.configDef());

    private static final Set<String> TOPICS = Arrays.stream(TopicConfig.class.getFields())
            .filter(field ->
                    Modifier.isStatic(field.getModifiers()) && field.getName().endsWith("_CONFIG"))
            .map(field -> {
                try {
                    return field.get(null).toString();
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            })
            .collect(Collectors.toUnmodifiableSet());

    /** Letters in which a name may differ from the one that was meant. */
    private static final int MOST_CHANGED = 2;

    private KnownSettings() {}

    static boolean knows(String name) {
        return names(Cluster.prefix(name)).contains(Cluster.withoutPrefix(name))
                || name.equals("config.providers")
                || name.startsWith("config.providers.");
    }

    /** What was probably meant by a name that no client knows. */
    static Optional<String> meant(String name) {
        String prefix = Cluster.prefix(name);
        String written = spelling(Cluster.withoutPrefix(name));
        int most = written.length() < 6 ? 1 : MOST_CHANGED;
        return names(prefix).stream()
                .filter(known -> Nearest.distance(written, known) <= most)
                .min(Comparator.comparingInt(known -> Nearest.distance(written, known)))
                .map(known -> prefix + known);
    }

    /** As Kafka would write it. */
    private static String spelling(String written) {
        String dotted = written.replaceAll("(?<=[a-z0-9])(?=[A-Z])", ".").replaceAll("[_-]+", ".");
        return dotted.toLowerCase(Locale.ROOT);
    }

    /** Whether a setting holds a secret, as Kafka has it, or, where Kafka does not know it, as it is called. */
    static boolean isSecret(String name) {
        String plain = Cluster.withoutPrefix(name);
        return knows(name)
                ? keys(name).stream().anyMatch(key -> key.type == ConfigDef.Type.PASSWORD)
                : !SettingRules.isOwn(plain)
                        && plain.toLowerCase(Locale.ROOT)
                                .matches(".*(pass|secret|token|credential|jaas|auth|private|key).*");
    }

    /** What is wrong with a value; empty if every client that knows the setting takes it. */
    static Optional<String> problem(String name, String value) {
        for (ConfigKey key : keys(name)) {
            try {
                Object parsed = ConfigDef.parseType(key.name, value, key.type);
                if (key.validator != null) {
                    key.validator.ensureValid(key.name, parsed);
                }
            } catch (ConfigException e) {
                return Optional.of(words(e) + allowed(key));
            }
        }
        return Optional.empty();
    }

    /** Kafka's message says name and value first. */
    private static String words(ConfigException e) {
        return e.getMessage().replaceFirst("(?s)^Invalid value .* for configuration [\\w.]+: ", "");
    }

    private static String allowed(ConfigKey key) {
        String values = key.validator == null ? "" : " " + key.validator;
        return "; want " + key.type.toString().toLowerCase(Locale.ROOT) + values;
    }

    private static List<ConfigKey> keys(String name) {
        String plain = Cluster.withoutPrefix(name);
        String prefix = Cluster.prefix(name);
        List<ConfigDef> definitions = prefix.isEmpty()
                ? ALL
                : OF_A_KIND.entrySet().stream()
                        .filter(kind -> prefix.endsWith(kind.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        return definitions.stream()
                .map(definition -> definition.configKeys().get(plain))
                .filter(key -> key != null)
                .toList();
    }

    private static Set<String> names(String prefix) {
        if (prefix.equals(TOPIC)) {
            return TOPICS;
        }
        Set<String> names = new TreeSet<>();
        if (prefix.isEmpty()) {
            ALL.forEach(definition -> names.addAll(definition.names()));
        }
        OF_A_KIND.forEach((kind, definition) -> {
            if (prefix.endsWith(kind)) {
                names.addAll(definition.names());
            }
        });
        return names;
    }
}
