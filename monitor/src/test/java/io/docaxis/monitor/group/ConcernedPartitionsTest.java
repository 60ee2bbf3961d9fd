package io.docaxis.monitor.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcernedPartitionsTest {

    private static final TopicPartition CORRUPT = new TopicPartition("x.events", 1);
    private static final List<TopicPartition> READ = List.of(
            CORRUPT,
            new TopicPartition("x.events", 10),
            new TopicPartition("y.x.events", 1),
            new TopicPartition("y-x.events", 1),
            new TopicPartition("events", 1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Received exception when fetching the next record from x.events-1. If needed, please seek past the record to continue consumption.",
                "Record batch for partition x.events-1 at offset 0 is invalid, cause: Record is corrupt",
                "Encountered corrupt message when fetching offset 0 for topic-partition x.events-1"
            })
    void namesTheOneOfACorruptBatchAndNoneThatIsNamedAlike(String message) {
        assertThat(ConcernedPartitions.of(new KafkaException(message), READ)).containsExactly(CORRUPT);
    }

    @Test
    void namesAllOfATopicThatMayNotBeRead() {
        assertThat(ConcernedPartitions.of(new TopicAuthorizationException(Set.of("x.events")), READ))
                .containsExactly(CORRUPT, new TopicPartition("x.events", 10));
    }

    @Test
    void namesAllWhereNobodySaysWhich() {
        assertThat(ConcernedPartitions.of(new KafkaException(), READ)).isEqualTo(READ);
        assertThat(ConcernedPartitions.of(new KafkaException("z.events-1"), READ))
                .isEqualTo(READ);
    }
}
