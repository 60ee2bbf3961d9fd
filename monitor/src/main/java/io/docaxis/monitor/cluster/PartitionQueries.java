package io.docaxis.monitor.cluster;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeProducersResult;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;

/**
 * What is asked about topics and their partitions, about many of them in one question: the client asks each leader once. One
 * that cannot be asked about hides no other. Thread-safe.
 */
public final class PartitionQueries {

    private final ClusterQueries queries;
    private final Admin admin;

    /** @param queries whose connections are used, and whose end is the end of these */
    public PartitionQueries(ClusterQueries queries) {
        this.queries = queries;
        admin = queries.admin();
    }

    /** All topics that this user may know of, and which one each is. */
    public Map<String, Uuid> topics() throws InterruptedException {
        return queries
                .get(
                        admin.listTopics(new ListTopicsOptions().listInternal(true))
                                .listings(),
                        "topics")
                .stream()
                .collect(Collectors.toMap(TopicListing::name, TopicListing::topicId));
    }

    /** The partitions of topics. */
    public Answers<String, TopicDescription> describe(Collection<String> topics) throws InterruptedException {
        Answers<String, TopicDescription> all = new Answers<>();
        if (!topics.isEmpty()) {
            for (Map.Entry<String, KafkaFuture<TopicDescription>> answer :
                    admin.describeTopics(topics).topicNameValues().entrySet()) {
                take(all, answer.getKey(), answer.getValue(), "topic '" + answer.getKey() + "'", Function.identity());
            }
        }
        return all;
    }

    /** What of the configuration of topics decides what can be known of their records. */
    public Answers<String, RetentionSettings> settings(Collection<String> topics) throws InterruptedException {
        Answers<String, RetentionSettings> all = new Answers<>();
        if (!topics.isEmpty()) {
            Map<ConfigResource, KafkaFuture<Config>> answers = admin.describeConfigs(topics.stream()
                            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                            .toList())
                    .values();
            for (Map.Entry<ConfigResource, KafkaFuture<Config>> answer : answers.entrySet()) {
                String topic = answer.getKey().name();
                take(all, topic, answer.getValue(), "configuration of topic '" + topic + "'", RetentionSettings::of);
            }
        }
        return all;
    }

    /** Those who have written to partitions lately. */
    public Answers<TopicPartition, List<ProducerState>> producers(Collection<TopicPartition> partitions)
            throws InterruptedException {
        Answers<TopicPartition, List<ProducerState>> all = new Answers<>();
        if (!partitions.isEmpty()) {
            DescribeProducersResult answer = admin.describeProducers(partitions);
            for (TopicPartition partition : partitions) {
                take(
                        all,
                        partition,
                        answer.partitionResult(partition),
                        "producers of " + partition,
                        PartitionProducerState::activeProducers);
            }
        }
        return all;
    }

    /** The offsets of the first records that are left. */
    public Answers<TopicPartition, Long> starts(Collection<TopicPartition> partitions) throws InterruptedException {
        return offsets(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED, "first offset of ");
    }

    /** Where reading ends for those who read what is committed: at the first open transaction, or at the end. */
    public Answers<TopicPartition, Long> stableEnds(Collection<TopicPartition> partitions) throws InterruptedException {
        return offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED, "last stable offset of ");
    }

    /** The offsets after the newest records. */
    public Answers<TopicPartition, Long> highWatermarks(Collection<TopicPartition> partitions)
            throws InterruptedException {
        return offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED, "high watermark of ");
    }

    private Answers<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, OffsetSpec which, IsolationLevel isolation, String what)
            throws InterruptedException {
        Answers<TopicPartition, Long> all = new Answers<>();
        if (partitions.isEmpty()) {
            return all;
        }
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, which));
        ListOffsetsResult answer = admin.listOffsets(asked, new ListOffsetsOptions(isolation));
        for (TopicPartition partition : asked.keySet()) {
            take(all, partition, answer.partitionResult(partition), what + partition, ListOffsetsResultInfo::offset);
        }
        return all;
    }

    private <K, A, V> void take(Answers<K, V> all, K about, KafkaFuture<A> answer, String asked, Function<A, V> read)
            throws InterruptedException {
        try {
            all.add(about, read.apply(queries.get(answer, asked)));
        } catch (UnansweredException | RefusedException e) {
            all.fail(about, e);
        } catch (RuntimeException e) {
            all.fail(about, new UnreadableException(asked + ": the answer cannot be read", e));
        }
    }
}
