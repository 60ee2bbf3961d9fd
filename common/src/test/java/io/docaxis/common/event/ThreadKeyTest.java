package io.docaxis.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadKeyTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 255, 256, 0x3234_5678_9L, (1L << 34) - 1})
    void aKeyGivesItsThreadBack(long thread) {
        assertThat(ThreadKey.thread(ThreadKey.bytes(thread))).isEqualTo(thread);
    }

    @Test
    void theMostSignificantByteIsTheFirst() {
        assertThat(ThreadKey.bytes(0x03_0506_0708L)).containsExactly(0, 0, 0, 3, 5, 6, 7, 8);
    }

    @Test
    void whatIsNoKeyOfAThreadGivesNone() {
        assertThat(ThreadKey.thread(null)).isEqualTo(ThreadKey.NONE);
        assertThat(ThreadKey.thread(new byte[7])).isEqualTo(ThreadKey.NONE);
        assertThat(ThreadKey.thread(new byte[9])).isEqualTo(ThreadKey.NONE);
        assertThat(ThreadKey.thread(new byte[] {0, 0, 0, 4, 0, 0, 0, 0}))
                .as("a kind of case that is not known")
                .isEqualTo(ThreadKey.NONE);
    }

    /** By the definition of murmur2, with the seed and the sign that Kafka's clients in all languages have. */
    @ParameterizedTest
    @CsvSource({
        "0,             5,   3, 718843",
        "1,             0,  44, 479760",
        "2,             0,   4, 238019",
        "1000,          1,  91, 910376",
        "123456789,     2,  64, 214327",
        "17179869183,   1,   7, 584226"
    })
    void choosesThePartitionThatEveryKafkaClientChooses(long thread, int of6, int of128, int of1000003) {
        byte[] key = ThreadKey.bytes(thread);

        assertThat(ThreadKey.partition(key, 6)).isEqualTo(of6);
        assertThat(ThreadKey.partition(key, 128)).isEqualTo(of128);
        assertThat(ThreadKey.partition(key, 1_000_003)).isEqualTo(of1000003);
    }
}
