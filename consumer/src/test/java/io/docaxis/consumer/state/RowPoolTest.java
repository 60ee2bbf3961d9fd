package io.docaxis.consumer.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowPoolTest {

    private final RowPool pool = new RowPool();

    @Test
    void aLongArrayIsUsedAgainAndIsEmptyThen() {
        long[] first = pool.take(522);
        first[521] = 7;
        pool.give(first);
        long[] again = pool.take(520);
        assertThat(again).isSameAs(first).containsOnly(0);
        assertThat(pool.take(520)).isNotSameAs(first).hasSizeGreaterThanOrEqualTo(520);
    }

    @Test
    void aShortArrayIsNew() {
        long[] first = pool.take(6);
        assertThat(first).hasSize(6);
        pool.give(first);
        assertThat(pool.take(6)).isNotSameAs(first);
    }

    @Test
    void anArrayServesNobodyWhoWantsMore() {
        pool.give(pool.take(48));
        for (int words = 49; words < 1_000; words++) {
            assertThat(pool.take(words)).hasSizeGreaterThanOrEqualTo(words);
        }
    }

    @Test
    void whatWaitsIsBounded() {
        long[] large = pool.take(600_000);
        long[] larger = pool.take(600_001);
        pool.give(large);
        pool.give(larger);
        assertThat(pool.take(600_001)).isNotSameAs(larger);
        assertThat(pool.take(600_000)).isSameAs(large);
    }
}
