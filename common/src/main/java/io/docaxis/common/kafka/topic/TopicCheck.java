package io.docaxis.common.kafka.topic;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.ClusterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.TopicDescription;

/** Whether the topics of a prefix that are there can be used: their partitions and their settings. */
final class TopicCheck {

    static final int DEFAULT_PARTITIONS = 6;

    private final Topics topics;
    private final int wanted;
    private final Map<String, TopicDescription> found;
    private final TopicSettings settings;

    /** @param wanted partitions of the events topic; 0: any number */
    TopicCheck(Topics topics, int wanted, Map<String, TopicDescription> found, TopicSettings settings) {
        this.topics = topics;
        this.wanted = wanted;
        this.found = found;
        this.settings = settings;
    }

    /** What the events topic has, or is to have. */
    int partitions() {
        if (found.containsKey(topics.events())) {
            return count(topics.events());
        }
        return wanted == 0 ? DEFAULT_PARTITIONS : wanted;
    }

    /** @throws ClusterException which topics cannot be used, why, and what to do */
    void requireFit() {
        List<String> events = new ArrayList<>();
        if (wanted != 0 && wanted != partitions()) {
            events.add(otherCount(topics.events(), wanted));
        }
        List<String> others = new ArrayList<>();
        for (TopicSpec form : forms()) {
            if (form.partitions() != 0 && form.partitions() != count(form.name())) {
                others.add(otherCount(form.name(), form.partitions()));
            }
            others.addAll(settings.unfit(form, found.get(form.name())));
        }
        if (others.isEmpty() && !events.isEmpty()) {
            throw new ClusterException(events.get(0) + ": use --partitions " + partitions()
                    + ", another --prefix, or --fresh to start over");
        }
        if (!others.isEmpty()) {
            events.addAll(others);
            throw new ClusterException(String.join("; ", events)
                    + ": change or delete what is not as wanted, use another --prefix, or let --fresh of 'produce' and"
                    + " 'run' make all of the prefix's topics anew");
        }
    }

    PreparedTopics result() {
        return new PreparedTopics(
                partitions(),
                settings.batchBytes(),
                forms().stream()
                        .flatMap(form -> settings.doubtful(form).stream())
                        .toList());
    }

    /** What is there, as it has to be. */
    private List<TopicSpec> forms() {
        List<TopicSpec> forms = new ArrayList<>(TopicSpec.of(topics));
        forms.add(TopicSpec.changelog(topics, partitions()));
        forms.removeIf(form -> !found.containsKey(form.name()));
        return forms;
    }

    private String otherCount(String topic, int right) {
        return "topic '" + topic + "' exists with " + count(topic) + " partitions, wanted " + right;
    }

    private int count(String topic) {
        return found.get(topic).partitions().size();
    }
}
