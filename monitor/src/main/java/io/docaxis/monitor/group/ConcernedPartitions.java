package io.docaxis.monitor.group;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/**
 * Which partitions a consumer could not read. Of a batch that is corrupt only the message says where it is, by {@link TopicPartition#toString}.
 */
final class ConcernedPartitions {

    private ConcernedPartitions() {}

    /** Those among them that it names; all of them if it names none, for then nobody knows which can be read. */
    static List<TopicPartition> of(KafkaException why, Collection<TopicPartition> read) {
        Predicate<TopicPartition> concerns = why instanceof TopicAuthorizationException unauthorized
                ? partition -> unauthorized.unauthorizedTopics().contains(partition.topic())
                : partition -> names(String.valueOf(why.getMessage()), partition);
        List<TopicPartition> concerned = read.stream().filter(concerns).toList();
        return concerned.isEmpty() ? List.copyOf(read) : concerned;
    }

    /** Not as a part of another's name. */
    private static boolean names(String message, TopicPartition partition) {
        return Pattern.compile("(?<![A-Za-z0-9._-])" + Pattern.quote(partition.toString()) + "(?!\\.*[A-Za-z0-9_-])")
                .matcher(message)
                .find();
    }
}
