package io.docaxis.producer.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSizeTest {

    @ParameterizedTest
    @CsvSource({
        "1KB,1000,1000",
        "1KiB,1024,1024",
        "100B,100,100",
        "1500,1500,1500",
        "2 mb,2000000,2000000",
        "10MiB,10485760,10485760",
        "200B..4KB,200,4000",
        "1..2,1,2",
        "1KB .. 1KiB,1000,1024"
    })
    void readsSizesAndRanges(String written, int least, int most) {
        assertThat(RecordSize.parse(written)).isEqualTo(new RecordSize(least, most));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "KB",
                "1k",
                "1.5KB",
                "-1",
                "0",
                "0B",
                "1KB..",
                "..1KB",
                "1KB..2KB..3KB",
                "11MiB",
                "999999999MB",
                "1KB-2KB",
                "9999999999999999999",
                "large"
            })
    void refusesWhatIsNoSizeAndSaysWhatIs(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordSize.parse(written))
                .withMessageContaining("'" + written + "'")
                .withMessageContaining("1KiB (1024)")
                .withMessageContaining("200B..4KB")
                .withMessageContaining("10MiB");
    }

    @Test
    void refusesARangeThatEndsBelowItsBeginning() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordSize.parse("4KB..200B"))
                .withMessageContaining("'4KB..200B' ends below where it begins");
    }

    @Test
    void refusesNumbersBeyondTheLimits() {
        assertThatIllegalArgumentException().isThrownBy(() -> RecordSize.fixed(0));
        assertThatIllegalArgumentException().isThrownBy(() -> RecordSize.fixed(RecordSize.MOST_BYTES + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordSize(2, 1));
    }

    @Test
    void aFixedSizeIsThatOfEveryEvent() {
        assertThat(IntStream.range(0, 100).map(i -> RecordSize.fixed(77).bytes(3, i, i)))
                .containsOnly(77);
    }

    /** Typed: another way of drawing would make other loads of the same command. */
    @Test
    void drawnSizesFollowFromSeedAndEventAlone() {
        RecordSize size = RecordSize.parse("200B..4KB");
        assertThat(IntStream.range(0, 5).map(i -> size.bytes(1, 1000L + i, i)))
                .containsExactly(3289, 742, 436, 1306, 2001);
        assertThat(size.bytes(1, 7, 2))
                .isNotEqualTo(size.bytes(1, 7, 3))
                .isNotEqualTo(size.bytes(2, 7, 2))
                .isNotEqualTo(size.bytes(1, 8, 2));
    }

    @Test
    void drawnSizesAreSpreadEvenlyFromTheLeastToTheMost() {
        RecordSize size = new RecordSize(10, 19);
        int[] counts = new int[20];
        for (int i = 0; i < 100_000; i++) {
            counts[size.bytes(1, i, i % 7)]++;
        }
        assertThat(IntStream.range(0, 10).map(i -> counts[i])).containsOnly(0);
        assertThat(IntStream.range(10, 20).map(i -> counts[i]).boxed())
                .allMatch(count -> count > 9_500 && count < 10_500);
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(RecordSize.fixed(1000)).hasToString("1000B");
        assertThat(new RecordSize(200, 4000)).hasToString("200B..4000B");
        assertThat(RecordSize.parse(new RecordSize(200, 4000).toString())).isEqualTo(new RecordSize(200, 4000));
    }
}
