package io.docaxis.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadKeyTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 255, 256, 0x1234_5678_9L, EventReader.MAX_THREAD})
    void aKeyGivesItsThreadBack(long thread) {
        assertThat(ThreadKey.thread(ThreadKey.bytes(thread))).isEqualTo(thread);
    }

    @Test
    void theMostSignificantByteIsTheFirst() {
        assertThat(ThreadKey.bytes(0x0F_0506_0708L)).containsExactly(0, 0, 0, 0xF, 5, 6, 7, 8);
    }

    @Test
    void whatIsNoKeyOfAThreadGivesNone() {
        assertThat(ThreadKey.thread(null)).isEqualTo(ThreadKey.NONE);
        assertThat(ThreadKey.thread(new byte[7])).isEqualTo(ThreadKey.NONE);
        assertThat(ThreadKey.thread(new byte[9])).isEqualTo(ThreadKey.NONE);
    }
}
