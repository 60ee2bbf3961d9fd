package io.docaxis.producer.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.producer.scenario.ScenarioFixture;
import org.junit.jupiter.api.Test;

/** Which threads an excerpt has, and where it ends. */
class ExcerptTest {

    private static final World WORLD = world();
    private static final Excerpt WHOLE = Excerpt.whole(WORLD);

    @Test
    void hasTheThreadsThatBeginAtOrAfterItsBeginningAndBeforeItsEnd() {
        long third = WORLD.sentAt(3);
        long seventh = WORLD.sentAt(7);
        assertThat(third).isGreaterThan(WORLD.sentAt(2));

        assertThat(WHOLE.firstThread()).isZero();
        assertThat(WHOLE.threadsEnd()).isEqualTo(WORLD.threads());
        assertThat(WHOLE.from(third).firstThread()).isEqualTo(3);
        assertThat(WHOLE.from(third + 1).firstThread()).isEqualTo(4);
        assertThat(WHOLE.until(seventh).threadsEnd()).isEqualTo(7);
        assertThat(WHOLE.until(seventh + 1).threadsEnd()).isEqualTo(8);
    }

    @Test
    void isJudgedByItsEndButNotLaterThanByThatOfThePeriod() {
        long drained = WORLD.drainedAt();

        assertThat(WHOLE.endsAt()).isEqualTo(WORLD.endsAt());
        assertThat(WHOLE.isCut()).isFalse();
        assertThat(WHOLE.until(drained + 1)).isEqualTo(WHOLE);
        assertThat(WHOLE.until(drained - 1).endsAt()).isEqualTo(WORLD.endsAt());
        assertThat(WHOLE.until(drained - 1).isCut()).isTrue();
        assertThat(WHOLE.until(WORLD.endsAt() - 1).endsAt()).isEqualTo(WORLD.endsAt() - 1);
    }

    @Test
    void isCutWithinASecondAndIsJudgedByTheSameEnd() {
        long at = WORLD.sentAt(7);
        Excerpt cut = WHOLE.until(new Cut(at, 7, 2));

        assertThat(cut.endsAt()).isEqualTo(WORLD.endsAt());
        assertThat(cut.isCut()).isTrue();
        assertThat(cut.isDelivered(at - 1, 9, 5)).isTrue();
        assertThat(cut.isDelivered(at, 6, 9)).isTrue();
        assertThat(cut.isDelivered(at, 7, 1)).isTrue();
        assertThat(cut.isDelivered(at, 7, 2)).isFalse();
        assertThat(cut.isDelivered(at, 8, 0)).isFalse();
        assertThat(cut.isDelivered(at + 1, 0, 0)).isFalse();
        assertThat(cut.deliveredBefore(6)).isEqualTo(at + 1);
        assertThat(cut.deliveredBefore(7)).isEqualTo(at + 1);
        assertThat(cut.deliveredBefore(8)).isEqualTo(at);
        assertThat(cut.threadsEnd()).isEqualTo(WHOLE.until(at + 1).threadsEnd());
        assertThat(WHOLE.until(Cut.NONE)).isEqualTo(WHOLE);
        assertThatThrownBy(() -> new Cut(at, -1, 0)).hasMessageContaining("thread -1");
    }

    @Test
    void beginsInThePeriodAndEndsAfterThat() {
        for (long outside : new long[] {WORLD.startsAt() - 1, WORLD.endsAt()}) {
            assertThatThrownBy(() -> WHOLE.from(outside)).hasMessageContaining("excerpt from " + outside);
        }
        assertThatThrownBy(() -> WHOLE.until(WORLD.startsAt())).hasMessageContaining("excerpt up to");
    }

    private static World world() {
        ScenarioFixture fixture = new ScenarioFixture().documents(50).days("2023-03-06", "2023-03-07");
        fixture.disturbances.drainS = 3_600;
        return new World(fixture.build(), 1);
    }
}
