package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutOfMemoryTest {

    private static final OutOfMemoryError LACK = new OutOfMemoryError("Java heap space");

    static Stream<Throwable> failures() {
        return Stream.of(
                LACK,
                new CompletionException(LACK),
                new IllegalStateException("no bean", new RuntimeException(new ExceptionInInitializerError(LACK))));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isFoundBehindWhateverItBroke(Throwable failure) {
        assertThat(OutOfMemory.causeOf(failure)).isSameAs(LACK);
    }

    @Test
    void isNotFoundWhereItIsNot() {
        Exception circle = new Exception("a");
        circle.initCause(new Exception("b", circle));

        assertThat(OutOfMemory.causeOf(circle)).isNull();
        assertThat(OutOfMemory.causeOf(new UncheckedIOException(new IOException("Java heap space"))))
                .isNull();
        assertThat(OutOfMemory.causeOf(null)).isNull();
    }

    @Test
    void saysWhatIsMissingAndHowToGiveMore() {
        assertThat(OutOfMemory.words(LACK))
                .matches("out of memory \\(Java heap space\\): Java may use \\d+ MiB; give it more, as .*-Xmx2g does");
        assertThat(OutOfMemory.words(new OutOfMemoryError("unable to create native thread: possibly out of memory")))
                .isEqualTo("out of memory: no further thread can be started ('ulimit -u', 'ulimit -v')");
    }
}
