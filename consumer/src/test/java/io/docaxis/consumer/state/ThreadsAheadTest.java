package io.docaxis.consumer.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was found is given as long as it is the thread of that number. */
class ThreadsAheadTest {

    private static final long NUMBER = 7;

    private final ExchangeState state = new ExchangeState();

    @Test
    void aThreadThatWasDroppedIsNotFoundAgain() {
        ThreadState first = state.addThread(NUMBER);
        look(NUMBER);
        assertThat(state.thread(NUMBER)).isSameAs(first);
        state.drop(first);
        assertThat(state.thread(NUMBER)).isNull();
        ThreadState second = state.addThread(NUMBER);
        assertThat(state.thread(NUMBER)).isSameAs(second).isNotSameAs(first);
    }

    @Test
    void threadsInEachOthersPlaceAreToldApart() {
        ThreadState one = state.addThread(NUMBER);
        ThreadState other = state.addThread(NUMBER + (1L << 32));
        look(one.key, other.key, NUMBER + 64);
        assertThat(state.thread(one.key)).isSameAs(one);
        assertThat(state.thread(other.key)).isSameAs(other);
        assertThat(state.thread(NUMBER + 64)).isNull();
    }

    @Test
    void nothingIsLeftWhereTheStateIsCleared() {
        state.addThread(NUMBER);
        look(NUMBER);
        state.clear();
        assertThat(state.thread(NUMBER)).isNull();
    }

    private void look(long... numbers) {
        state.lookAhead(numbers, numbers.length);
    }
}
