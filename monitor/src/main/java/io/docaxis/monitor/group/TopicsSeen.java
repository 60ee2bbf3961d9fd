package io.docaxis.monitor.group;

import io.docaxis.monitor.cluster.Answers;
import io.docaxis.monitor.cluster.FailureReason;
import io.docaxis.monitor.cluster.PartitionQueries;
import io.docaxis.monitor.cluster.RetentionSettings;
import io.docaxis.monitor.cluster.UnansweredException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * The topics of a cluster: which there are is asked for at every round; what partitions and settings they have is asked for
 * seldom, and at once where the topic is another. One thread at a time.
 */
final class TopicsSeen {

    /** New partitions are seen within this time. */
    private static final Duration PARTITIONS_HOLD = Duration.ofSeconds(30);

    private static final Duration SETTINGS_HOLD = Duration.ofMinutes(10);

    /**
     * What was answered about a topic, or that nothing was.
     *
     * @param until by {@link System#nanoTime}, it need not be asked for again
     */
    private record Seen<T>(Uuid id, Optional<T> answer, long until) {}

    private final PartitionQueries queries;
    private final Consumer<RuntimeException> failures;
    private Map<String, Uuid> ids = Map.of();
    private Set<String> replaced = Set.of();
    private final Map<String, Seen<TopicDescription>> descriptions = new HashMap<>();
    private final Map<String, Seen<RetentionSettings>> settings = new HashMap<>();
    /** Topics that have to be there, as they were seen first. */
    private final Map<String, Uuid> required = new HashMap<>();
    /** Topics that are not listed, and whether that is because nobody may tell. */
    private final Map<String, Seen<Boolean>> unlisted = new HashMap<>();

    TopicsSeen(PartitionQueries queries, Consumer<RuntimeException> failures) {
        this.queries = queries;
        this.failures = failures;
    }

    /** Asks which topics there are. */
    void list() throws InterruptedException {
        Map<String, Uuid> now = queries.topics();
        replaced = new HashSet<>();
        ids.forEach((topic, id) -> {
            if (!id.equals(now.get(topic))) {
                replaced.add(topic);
            }
        });
        ids = now;
        descriptions.entrySet().removeIf(entry -> !isStill(entry.getKey(), entry.getValue()));
        settings.entrySet().removeIf(entry -> !isStill(entry.getKey(), entry.getValue()));
    }

    private boolean isStill(String topic, Seen<?> seen) {
        return seen.id.equals(ids.get(topic));
    }

    Set<String> names() {
        return ids.keySet();
    }

    /** Those that were there at the last round and are gone, or are others of the same name. */
    Set<String> replaced() {
        return replaced;
    }

    /** Which topic it is; null: there is none of that name. */
    Uuid id(String topic) {
        return ids.get(topic);
    }

    /** What became of a topic that has to be there, and to be the one that was seen first under its name; empty: it is there. */
    Optional<String> missing(String topic) {
        Uuid now = ids.get(topic);
        if (now == null) {
            return Optional.of("topic '" + topic + "' is not there");
        }
        Uuid first = required.computeIfAbsent(topic, any -> now);
        return first.equals(now) ? Optional.empty() : Optional.of("topic '" + topic + "' was deleted and made anew");
    }

    /** Asks for the partitions of topics, where they are not known from a short time ago. */
    void describe(Collection<String> topics) throws InterruptedException {
        take(queries.describe(due(topics, descriptions)), descriptions, PARTITIONS_HOLD);
    }

    /** Asks why topics are not listed that members of groups read: those that this user may not see are unknown, not gone. */
    void doubtUnlisted(Collection<String> topics) throws InterruptedException {
        Set<String> missing = new HashSet<>(topics);
        missing.removeAll(ids.keySet());
        unlisted.keySet().retainAll(missing);
        missing.removeIf(topic -> isFresh(unlisted.get(topic)));
        queries.describe(missing).failed().forEach((topic, why) -> {
            boolean hidden = isSilence(why)
                    ? known(unlisted.get(topic)).orElse(true)
                    : FailureReason.of(why) == FailureReason.UNAUTHORIZED;
            if (hidden || isSilence(why)) {
                failures.accept(why);
            }
            unlisted.put(topic, seen(topic, Optional.of(hidden), PARTITIONS_HOLD));
        });
    }

    /** Whether a topic is there, or may be, that this user may not see. */
    boolean isHidden(String topic) {
        return known(unlisted.get(topic)).orElse(false);
    }

    /** Asks for the settings of topics, where they are not known. */
    void readSettings(Collection<String> topics) throws InterruptedException {
        take(queries.settings(due(topics, settings)), settings, SETTINGS_HOLD);
    }

    private <T> Set<String> due(Collection<String> topics, Map<String, Seen<T>> seen) {
        Set<String> due = new HashSet<>(topics);
        due.retainAll(ids.keySet());
        due.removeIf(topic -> isFresh(seen.get(topic)));
        return due;
    }

    private static boolean isFresh(Seen<?> seen) {
        return seen != null && System.nanoTime() - seen.until < 0;
    }

    private <T> void take(Answers<String, T> answers, Map<String, Seen<T>> seen, Duration holds) {
        answers.known().forEach((topic, answer) -> seen.put(topic, seen(topic, Optional.of(answer), holds)));
        answers.failed().forEach((topic, why) -> {
            failures.accept(why);
            Optional<T> before = isSilence(why) ? known(seen.get(topic)) : Optional.empty();
            seen.put(topic, seen(topic, before, PARTITIONS_HOLD));
        });
    }

    /** @param seen null: never asked for */
    private static <T> Optional<T> known(Seen<T> seen) {
        return Optional.ofNullable(seen).flatMap(Seen::answer);
    }

    /** It says nothing about what was asked: what was known stays known. */
    private static boolean isSilence(RuntimeException why) {
        return why instanceof UnansweredException;
    }

    private <T> Seen<T> seen(String topic, Optional<T> answer, Duration holds) {
        return new Seen<>(ids.get(topic), answer, System.nanoTime() + holds.toNanos());
    }

    /** The partitions of a topic; none where they are unknown. */
    List<TopicPartition> partitions(String topic) {
        return description(topic).stream()
                .flatMap(description -> description.partitions().stream())
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private Optional<TopicDescription> description(String topic) {
        return known(descriptions.get(topic));
    }

    /** Nobody answered for a partition of it: it may be led by somebody else soon, and is asked for again. */
    void doubt(String topic) {
        descriptions.computeIfPresent(topic, (name, seen) -> new Seen<>(seen.id, seen.answer, System.nanoTime()));
    }

    /** Those that have a leader to ask, as far as is known. */
    List<TopicPartition> led(String topic) {
        return description(topic).stream()
                .flatMap(description -> description.partitions().stream())
                .filter(info -> info.leader() != null)
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    /** Empty where they are unknown. */
    Optional<RetentionSettings> settings(String topic) {
        return known(settings.get(topic));
    }
}
