package io.docaxis.monitor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureReasonTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new UnansweredException("anything", null), FailureReason.UNANSWERED),
                Arguments.of(new TimeoutException("nobody"), FailureReason.UNANSWERED),
                Arguments.of(new RefusedException("no", null), FailureReason.REFUSED),
                Arguments.of(
                        new RefusedException("no", new GroupAuthorizationException("g")), FailureReason.UNAUTHORIZED),
                Arguments.of(new TopicAuthorizationException("t"), FailureReason.UNAUTHORIZED),
                Arguments.of(new AuthenticationException("who?"), FailureReason.UNAUTHORIZED),
                Arguments.of(new TopicGoneException("not there", null), FailureReason.GONE),
                Arguments.of(new UnreadableException("bytes"), FailureReason.UNREADABLE),
                Arguments.of(new SerializationException("bytes"), FailureReason.UNREADABLE),
                Arguments.of(new IOException("disk"), FailureReason.OTHER));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isTheFirstThatTheCausesSay(Throwable failure, FailureReason reason) {
        assertThat(FailureReason.of(failure)).isEqualTo(reason);
        assertThat(FailureReason.of(new IllegalStateException("around it", failure)))
                .isEqualTo(reason);
    }
}
