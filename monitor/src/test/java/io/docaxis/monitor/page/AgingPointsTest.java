package io.docaxis.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.monitor.page.AgingPoints.Merging;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Points of a time, a counter and something whose most matters. */
class AgingPointsTest {

    private final AgingPoints points = new AgingPoints(List.of(Merging.LAST, Merging.LAST, Merging.MOST), 8, 2, 4);

    @Test
    void theNewestAreAsTheyCame() {
        add(0, 8);
        assertThat(times()).containsExactly(0d, 1d, 2d, 3d, 4d, 5d, 6d, 7d);
    }

    @Test
    void theOldestFourBecomeOneThatEndsWithTheLastOfThem() {
        add(0, 9);
        assertThat(times()).containsExactly(3d, 4d, 5d, 6d, 7d, 8d);
        assertThat(points.points().get(0)).containsExactly(3, 30, 3);
    }

    @Test
    void theMostOfASpanStaysHoweverShortItWas() {
        points.add(new double[] {0, 0, 900});
        add(1, 8);
        assertThat(points.points().get(0)[2]).isEqualTo(900);
    }

    @Test
    void whatIsUnknownHalfOfTheTimeIsUnknown() {
        unknown(0);
        unknown(1);
        add(2, 7);
        assertThat(points.points().get(0)[2]).isNaN();
        assertThat(points.points().get(0)[1]).as("a counter stands").isEqualTo(30);
    }

    @Test
    void whatIsUnknownForAMomentIsNot() {
        unknown(0);
        add(1, 8);
        assertThat(points.points().get(0)[2]).isEqualTo(3);
    }

    @Test
    void memoryIsBoundedAndTimeRisesHoweverLongItGoesOn() {
        for (int i = 0; i < 100_000; i++) {
            add(i, 1);
            assertThat(points.points().size()).isLessThanOrEqualTo(8 + 2 * 4);
        }
        List<Double> times = times();
        assertThat(times).isSorted().doesNotHaveDuplicates();
        assertThat(times.get(times.size() - 1)).isEqualTo(99_999);
        assertThat(times.get(0)).as("the first half is not one point").isLessThan(80_000);
    }

    @Test
    void whatIsGivenIsNotKeptItself() {
        double[] mine = {0, 0, 0};
        points.add(mine);
        mine[0] = 77;
        points.points().get(0)[1] = 88;
        assertThat(points.points().get(0)).containsExactly(0, 0, 0);
    }

    @Test
    void aPointOfOtherColumnsIsRefused() {
        assertThatThrownBy(() -> points.add(new double[] {1})).hasMessageContaining("want 3");
    }

    private void add(int from, int count) {
        for (int at = from; at < from + count; at++) {
            points.add(new double[] {at, at * 10, at});
        }
    }

    private void unknown(int at) {
        points.add(new double[] {at, Double.NaN, Double.NaN});
    }

    private List<Double> times() {
        return points.points().stream().map(point -> point[0]).toList();
    }
}
