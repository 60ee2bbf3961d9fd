package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadNameTest {

    @ParameterizedTest
    @CsvSource({
        "4711, 4711",
        "0, 0",
        "H53.2023.T4711-0, 4711",
        "H53.13.05.2023.T4711-12, 4711",
        "T4711-0, 4711",
        "T4711, 4711",
        "17179869183, 17179869183"
    })
    void isANumberOrADocumentsNumber(String written, long thread) {
        assertThat(ThreadName.parse(written)).isEqualTo(thread);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "H53", "H53.2023-0", "4711/0", "t4711", "99999999999999999999"})
    void whatIsNeitherIsRefusedWithWhatIsWanted(String written) {
        assertThatThrownBy(() -> ThreadName.parse(written))
                .isInstanceOf(BadQuestionException.class)
                .hasMessage(
                        "thread '" + written
                                + "': want its number, such as 4711, or the number of one of its documents, such as H53.2023.T4711-0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17179869184", "T17179869184-0"})
    void thereAreThreadsUpTo34Bits(String written) {
        assertThatThrownBy(() -> ThreadName.parse(written))
                .hasMessage("thread '" + written + "': there is no thread 17179869184: want 0 to 17179869183");
    }
}
