package io.docaxis.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingsTest {

    private final Readings readings = new Readings();

    @Test
    void goesStraightFromReadingToReading() {
        readings.add(1_000, 50);
        readings.add(2_000, 150);

        assertThat(readings.between(1_500, 1_750)).hasValue(25);
    }

    @Test
    void standsStillBeforeTheFirstAndAfterTheLast() {
        readings.add(1_000, 50);
        readings.add(2_000, 150);

        assertThat(readings.between(0, 9_000)).hasValue(100);
    }

    @Test
    void isUnknownWhereNothingWasRead() {
        assertThat(readings.between(0, 9_000)).isEmpty();
    }
}
