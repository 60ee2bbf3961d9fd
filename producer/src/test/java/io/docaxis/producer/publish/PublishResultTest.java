package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownProducerIdException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PublishResultTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(null, true),
                arguments(new TimeoutException("expired"), true),
                arguments(new NotEnoughReplicasException("one"), true),
                arguments(new NotLeaderOrFollowerException("moved"), true),
                arguments(new OutOfOrderSequenceException("gap"), true),
                arguments(new UnknownProducerIdException("forgotten"), true),
                arguments(new ProducerFencedException("another"), true),
                arguments(new KafkaException("cannot send", new TimeoutException("expired")), true),
                arguments(new RecordTooLargeException("large"), false),
                arguments(new RecordBatchTooLargeException("large"), false),
                arguments(new TopicAuthorizationException("events"), false),
                arguments(new ClusterAuthorizationException("no right"), false),
                arguments(new SaslAuthenticationException("wrong password"), false),
                arguments(new InvalidTopicException("a/b"), false),
                arguments(new PolicyViolationException("policy"), false),
                arguments(new UnsupportedVersionException("old"), false),
                arguments(new ConfigException("acks", "banana"), false),
                arguments(new KafkaException("cannot send", new TopicAuthorizationException("events")), false),
                arguments(new IllegalStateException("closed"), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void canBeResumedWhereTheSameMayEndOtherwise(Exception failure, boolean canBeResumed) {
        PublishResult result = new PublishResult(false, failure);

        assertThat(result.canBeResumed()).isEqualTo(canBeResumed);
    }
}
