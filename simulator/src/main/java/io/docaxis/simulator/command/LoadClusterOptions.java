package io.docaxis.simulator.command;

import io.docaxis.producer.form.EventFormat;
import io.docaxis.simulator.load.Consumption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Where Kafka is for a load, and where in it the events go. */
final class LoadClusterOptions extends ClusterOptions {

    private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}");

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            description =
                    "Topic for events, made if it is not there (default: PREFIX.events); what docaxis' own consumer needs is a prefix.")
    String topic;

    @Option(names = "--fresh", description = "Delete the topics of the prefix first; a --topic is never deleted.")
    boolean fresh;

    /** @throws UsageException if no topic can have that name */
    Optional<String> topic() {
        if (topic != null && !TOPIC.matcher(topic).matches()) {
            throw new UsageException("--topic '" + topic
                    + "': want 1 to 249 letters, digits, dots, underscores or hyphens, not '.' or '..'");
        }
        return Optional.ofNullable(topic);
    }

    /** What is wrong with options that do not fit together. */
    List<String> problems(Consumption consume, EventFormat format) {
        List<String> problems = new ArrayList<>();
        if (consume.isOwn() && format == EventFormat.JSON) {
            problems.add(
                    "--format json: docaxis' own consumer reads protobuf alone: want --consume count, none or a group");
        }
        if (consume.isOwn() && topic().isPresent()) {
            problems.add(
                    "--topic " + topic().get()
                            + ": docaxis' own consumer reads the topics of a prefix: want --prefix, or --consume count, none or a group");
        }
        if (topic().isPresent() && fresh) {
            problems.add("--fresh: deletes the topics of the prefix, and events go to --topic: want one of them");
        }
        return problems;
    }
}
