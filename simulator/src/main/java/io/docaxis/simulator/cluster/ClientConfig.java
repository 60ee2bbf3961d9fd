package io.docaxis.simulator.cluster;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.Reason;
import io.docaxis.common.kafka.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * What a file of Kafka client properties says about a cluster, once it is known that docaxis can work with it: what the proof rests
 * on is not undone, what docaxis sets is left out, and Kafka takes every value.
 */
public final class ClientConfig {

    private static final String SERVERS = "bootstrap.servers";
    private static final String PROVIDERS = "config.providers";
    private static final Pattern NAME = Pattern.compile("[\\p{Alnum}_.-]+");
    private static final int SHOWN = 80;

    private final String where;
    private final boolean proved;
    private final Map<String, String> passedOn = new TreeMap<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private BootstrapServers servers;

    private ClientConfig(String where, boolean proved) {
        this.where = where;
        this.proved = proved;
    }

    /** Without a file. */
    private static ClientConfig none() {
        return new ClientConfig("", true);
    }

    /**
     * Reads a file and checks all that can be told without a cluster.
     *
     * @param file null for none
     * @throws InvalidClientConfigException if it cannot be read, or anything in it is wrong
     */
    public static ClientConfig read(Path file) {
        return read(file, true);
    }

    /**
     * The same.
     *
     * @param proved whether the traffic is to be proved; else the settings on which alone the proof rests may be anything
     */
    public static ClientConfig read(Path file, boolean proved) {
        if (file == null) {
            return none();
        }
        ClientConfig config = new ClientConfig("client config '" + file + "'", proved);
        Map<String, String> said = config.resolved(PropertiesFile.read(config.where, file));
        said.forEach((name, value) -> {
            if (KnownSettings.isSecret(name)) {
                learn(name, value);
            }
        });
        said.forEach(config::take);
        if (config.problems.isEmpty()) {
            config.problems.addAll(ClientCheck.problems(new Cluster("127.0.0.1:1", config.passedOn), proved));
        }
        if (!config.problems.isEmpty()) {
            throw new InvalidClientConfigException(
                    config.where, config.problems.stream().map(Secrets::hide).toList());
        }
        return config;
    }

    private static void learn(String name, String value) {
        if (name.endsWith("sasl.jaas.config")) {
            Secrets.addJaas(value);
        } else {
            value.lines().forEach(Secrets::add);
        }
    }

    /** With what stands in other files or variables, where a value refers to them. */
    private Map<String, String> resolved(Map<String, String> written) {
        if (written.keySet().stream().noneMatch(name -> name.startsWith(PROVIDERS))) {
            return written;
        }
        for (String provider : written.getOrDefault(PROVIDERS, "").split(",")) {
            String named = PROVIDERS + "." + provider.strip() + ".class";
            if (!written.containsKey(named)) {
                problems.add(PROVIDERS + "=" + written.getOrDefault(PROVIDERS, "") + ": want " + named);
            }
        }
        Map<String, String> resolved = new TreeMap<>();
        try {
            new AbstractConfig(new ConfigDef(), written, false)
                    .originals()
                    .forEach((name, value) -> resolved.put(name, String.valueOf(value)));
        } catch (KafkaException e) {
            throw new InvalidClientConfigException(where + ": " + Reason.of(e));
        }
        resolved.keySet().removeIf(name -> name.startsWith(PROVIDERS));
        return resolved;
    }

    private void take(String name, String written) {
        String value = written.strip();
        String plain = Cluster.prefix(name).equals("topic.") ? name : Cluster.withoutPrefix(name);
        Optional<SettingRules.Needed> needed = SettingRules.needed(plain, proved);
        if (!NAME.matcher(name).matches()) {
            problems.add("'" + shortened(name) + "' is not the name of a setting; want a line NAME=VALUE for each");
        } else if (name.equals(SERVERS)) {
            takeServers(value);
        } else if (name.startsWith("__") || plain.startsWith("internal.")) {
            problems.add(name + ": is internal to Kafka's clients");
        } else if (needed.isPresent()) {
            takeNeeded(name, value, needed.get());
        } else if (SettingRules.isOwn(plain)) {
            ignored.add(name
                    + SettingRules.option(plain)
                            .map(option -> " (" + option + ")")
                            .orElse(""));
        } else if (KnownSettings.knows(name)) {
            takeKnown(name, value);
        } else {
            takeUnknown(name, value);
        }
    }

    private void takeServers(String value) {
        try {
            servers = BootstrapServers.parse(SERVERS, value);
        } catch (InvalidClientConfigException e) {
            problems.add(e.getMessage());
        }
    }

    private void takeNeeded(String name, String value, SettingRules.Needed needed) {
        if (needed.holds().test(value)) {
            if (!value.isEmpty()) {
                passedOn.put(name, value);
            }
        } else {
            problems.add(shown(name, value) + ": want " + needed.wanted() + "; " + needed.why());
        }
    }

    private void takeKnown(String name, String value) {
        Optional<String> problem = KnownSettings.problem(name, value);
        problem.ifPresent(why -> problems.add(shown(name, value) + ": " + why));
        passedOn.put(name, value);
    }

    private void takeUnknown(String name, String value) {
        Optional<String> meant =
                SettingRules.elsewhere(Cluster.withoutPrefix(name)).or(() -> KnownSettings.meant(name));
        if (meant.isPresent()) {
            problems.add(name + ": no Kafka client of Java knows it; did you mean '" + meant.get() + "'?");
        } else {
            unknown.add(name);
            passedOn.put(name, value);
        }
    }

    /** A setting with its value, unless that is secret. */
    private static String shown(String name, String value) {
        return name + "=" + (KnownSettings.isSecret(name) ? Secrets.HIDDEN : shortened(value));
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    /** What the user should know, though nothing is wrong: a line each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!ignored.isEmpty()) {
            notes.add(where + ": ignored, for docaxis sets it: " + String.join(", ", ignored));
        }
        if (!unknown.isEmpty()) {
            notes.add(where + ": passed on, though no Kafka client knows it: " + String.join(", ", unknown));
        }
        return notes;
    }

    /** Whether the file names a cluster. */
    public boolean namesCluster() {
        return servers != null;
    }

    /**
     * The cluster that is named, here or by an option.
     *
     * @param option its value, or null
     * @throws InvalidClientConfigException if the option is no list of addresses, or names other ones; or if nobody names any
     */
    public Cluster cluster(String option) {
        BootstrapServers asked = option == null ? servers : BootstrapServers.parse("--bootstrap-servers", option);
        if (asked == null) {
            throw new InvalidClientConfigException("no cluster is named");
        }
        if (servers != null && !asked.sameAs(servers)) {
            throw new InvalidClientConfigException("which Kafka? --bootstrap-servers says '" + asked + "', " + where
                    + " says " + SERVERS + "=" + servers + "; want one of them, or both the same");
        }
        return new Cluster(asked.toString(), passedOn);
    }
}
