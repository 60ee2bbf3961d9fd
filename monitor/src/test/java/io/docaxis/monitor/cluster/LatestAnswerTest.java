package io.docaxis.monitor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LatestAnswerTest {

    private final MockClock clock = new MockClock();
    private final LatestAnswer<String> newest = new LatestAnswer<>(clock, java.time.Duration.ofSeconds(1));

    @AfterEach
    void forgetInterrupts() {
        // Kafka's exception of that name interrupts whoever makes one
        Thread.interrupted();
    }

    @Test
    void isUnknownBeforeItWasAskedFor() {
        assertThat(newest.get()).isEmpty();
        assertThat(newest.problem()).contains("it was not asked for yet");
        assertThat(counted()).isZero();
    }

    @Test
    void isWhatWasAnsweredLast() {
        newest.ask(() -> "one");
        newest.ask(() -> "two");
        assertThat(newest.get()).contains("two");
        assertThat(newest.problem()).isEmpty();
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new UnansweredException("anything", null),
                new TimeoutException("nobody answers"),
                new AuthenticationException("wrong password"),
                new TopicAuthorizationException("not allowed"),
                new SerializationException("bytes of something else"),
                new RecordDeserializationException(null, null, 0, 0, null, null, null, null, "a value", null),
                new InterruptException("woken"),
                new InterruptedException(),
                new KafkaException("anything of Kafka's"),
                new IllegalStateException("closed"),
                new NullPointerException(),
                new ArrayIndexOutOfBoundsException(128),
                new UncheckedIOException(new IOException("disk")),
                new IOException("disk"),
                new NoClassDefFoundError("a/Missing"),
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isUnknownAfterAnyFailureAndKnownAgainAfterAnAnswer(Throwable failure) {
        newest.ask(() -> "before");
        newest.ask(() -> {
            throw sneaky(failure);
        });
        assertThat(newest.get()).isEmpty();
        assertThat(newest.last()).contains("before");
        assertThat(counted()).isEqualTo(1);
        assertThat(newest.problem().orElseThrow()).isNotBlank();
        newest.ask(() -> "after");
        assertThat(newest.get()).contains("after");
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void isUnknownWhereNothingIsAnswered() {
        newest.ask(() -> null);
        assertThat(newest.get()).isEmpty();
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void isNoNewsForEverWhereTheNextAnswerNeverComes() {
        newest.ask(() -> "one");
        clock.add(LatestAnswer.PATIENCE.minusMillis(1));
        assertThat(newest.get()).contains("one");
        clock.add(java.time.Duration.ofMillis(1));
        assertThat(newest.get()).isEmpty();
        assertThat(newest.problem()).contains("no answer for 10 s");
    }

    @Test
    void staysNewsWhileTheNextAnswerTakesAsLongAsTheLast() {
        newest.ask(() -> {
            clock.add(java.time.Duration.ofSeconds(25));
            return "one";
        });
        clock.add(LatestAnswer.PATIENCE.plusSeconds(25).minusMillis(1));
        assertThat(newest.get()).contains("one");
        clock.add(java.time.Duration.ofMillis(1));
        assertThat(newest.get()).isEmpty();
    }

    @Test
    void isUnknownOnceNobodyAsksAnyMore() {
        newest.ask(() -> "one");
        newest.end("closed");
        assertThat(newest.get()).isEmpty();
        assertThat(newest.problem()).contains("closed");
    }

    private long counted() {
        return Stream.of(FailureReason.values()).mapToLong(newest::failures).sum();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
        throw (T) failure;
    }
}
