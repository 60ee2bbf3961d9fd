package io.docaxis.producer.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.producer.plan.Draws;
import io.docaxis.producer.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is added comes back once, whole and in order. */
class DeliveryQueueTest {

    private static final long ORIGIN = 1_672_506_000;
    private static final int DAY_S = 86_400;

    /** In the order in which it was added. */
    private record Added(long at, long thread, long occurredAt, long subject, int detail) {}

    @Test
    void givesBackByTimeAndAtOneTimeInTheOrderOfAdding() {
        for (int seed = 0; seed < 300; seed++) {
            Draws draws = new Draws().from(seed);
            int threads = 1 + draws.below(400);
            int lengthS = 1 + draws.below(draws.oneIn(2) ? 3_000 : 5 * DAY_S);
            int aheadS = 1 + draws.below(draws.oneIn(2) ? 500 : 3 * DAY_S);
            play(draws, threads, lengthS, aheadS);
        }
    }

    @Test
    void hasRoomForTheLongestPeriodThatAScenarioMayHave() {
        DeliveryQueue pending = new DeliveryQueue(ORIGIN, ORIGIN + Scenario.MOST_DAYS * (long) DAY_S);
        add(pending, new Added(ORIGIN + Scenario.MOST_DAYS * (long) DAY_S, 1, 2, 3, 4));

        assertThat(pending.next(Long.MAX_VALUE)).isTrue();
        assertThat(pending.emittedAt()).isEqualTo(ORIGIN + Scenario.MOST_DAYS * (long) DAY_S);
    }

    @Test
    void givesNothingThatIsNotBeforeTheInstantAskedFor() {
        DeliveryQueue pending = new DeliveryQueue(ORIGIN, ORIGIN + DAY_S);
        add(pending, new Added(ORIGIN + 1_000, 1, 2, 3, 4));
        assertThat(pending.next(ORIGIN)).isFalse();
        assertThat(pending.next(ORIGIN + 1_000)).isFalse();
        add(pending, new Added(ORIGIN + 1_000, 5, 6, 7, 8));
        add(pending, new Added(ORIGIN + 1_001, 9, 10, 11, 12));
        assertThat(pending.count()).isEqualTo(3);
        assertThat(pending.next(ORIGIN + 1_001)).isTrue();
        assertThat(given(pending)).isEqualTo(new Added(ORIGIN + 1_000, 1, 2, 3, 4));
        assertThat(pending.next(ORIGIN + 1_001)).isTrue();
        assertThat(given(pending)).isEqualTo(new Added(ORIGIN + 1_000, 5, 6, 7, 8));
        assertThat(pending.next(ORIGIN + 1_001)).isFalse();
        assertThat(pending.count()).isEqualTo(1);
    }

    @Test
    void keepsTheLargestNumbers() {
        DeliveryQueue pending = new DeliveryQueue(ORIGIN, ORIGIN);
        Added largest = new Added(ORIGIN, (1L << 34) - 1, Long.MIN_VALUE, Long.MAX_VALUE, (1 << 28) - 1);
        add(pending, largest);
        assertThat(pending.next(Long.MAX_VALUE)).isTrue();
        assertThat(given(pending)).isEqualTo(largest);
        assertThat(pending.next(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void refusesAPeriodTooLong() {
        new DeliveryQueue(ORIGIN, ORIGIN + 1_500L * DAY_S);
        assertThatThrownBy(() -> new DeliveryQueue(ORIGIN, ORIGIN + 1_600L * DAY_S))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period with drain: 1600 days; at most 1553");
    }

    @Test
    void saysHowManyMoreOfASecondFollow() {
        DeliveryQueue pending = new DeliveryQueue(ORIGIN, ORIGIN + DAY_S);
        for (int i = 0; i < 3; i++) {
            add(pending, new Added(ORIGIN + 5, i, 2, 3, 4));
            add(pending, new Added(ORIGIN + 1_000, i, 2, 3, 4));
        }
        for (int more : new int[] {2, 1, 0, 2, 1, 0}) {
            assertThat(pending.next(Long.MAX_VALUE)).isTrue();
            assertThat(pending.moreOfThatSecond()).isEqualTo(more);
        }
    }

    /** Threads that begin one after another, each with some deliveries; all that is due before one begins is taken first. */
    private static void play(Draws draws, int threads, int lengthS, int aheadS) {
        DeliveryQueue pending = new DeliveryQueue(ORIGIN, ORIGIN + lengthS + aheadS);
        List<Added> all = new ArrayList<>();
        List<Added> given = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            long startsAt = ORIGIN + (long) lengthS * thread / threads;
            takeBefore(pending, startsAt, given);
            int deliveries = 1 + draws.below(12);
            for (int i = 0; i < deliveries; i++) {
                long at = startsAt + draws.below(aheadS);
                Added added = new Added(at, thread, draws.next(), draws.next(), draws.below(1 << 28));
                add(pending, added);
                all.add(added);
            }
            assertThat(pending.count()).isEqualTo(all.size() - given.size());
        }
        takeBefore(pending, Long.MAX_VALUE, given);
        all.sort(Comparator.comparingLong(Added::at));
        assertThat(given).isEqualTo(all);
        assertThat(pending.count()).isZero();
    }

    private static void takeBefore(DeliveryQueue pending, long instant, List<Added> into) {
        while (pending.next(instant)) {
            into.add(given(pending));
        }
    }

    private static void add(DeliveryQueue to, Added added) {
        to.add(added.at, added.thread, added.occurredAt, added.subject, added.detail);
    }

    private static Added given(DeliveryQueue by) {
        return new Added(by.emittedAt(), by.thread(), by.occurredAt(), by.subject(), by.detail());
    }
}
