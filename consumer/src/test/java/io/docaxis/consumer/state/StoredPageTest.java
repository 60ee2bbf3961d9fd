package io.docaxis.consumer.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredPageTest {

    /** A page has room for four threads; an entry of it is to fit into what any broker takes. */
    @ParameterizedTest
    @CsvSource({
        // threads, dispatches of each, whether there is room for one more
        "1, 1, true",
        "3, 300, true",
        "4, 1, false",
        "1, 999, true",
        "1, 1000, false",
        "1, 3000, false",
        "2, 500, false"
    })
    void takesNoMoreThreadsOnceItHasManyDispatches(int threads, int dispatches, boolean room) {
        StoredPage<ThreadState> page = new StoredPage<>(0, 4);
        for (int thread = 0; thread < threads; thread++) {
            page.add(new ThreadState(thread));
            page.weigh(dispatches);
        }

        assertThat(page.isFull()).isEqualTo(!room);
    }
}
