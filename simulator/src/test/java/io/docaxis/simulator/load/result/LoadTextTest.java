package io.docaxis.simulator.load.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Golden;
import org.junit.jupiter.api.Test;

class LoadTextTest {

    @Test
    void saysWhatItComesToAndWhy() {
        Golden.assertEquals(
                "load-broken.txt", LoadText.of(SampleLoad.whole("e2e.p99 < 50ms, publish.p99 <= 10s, late < 400")));
        Golden.assertEquals("load-unknown.txt", LoadText.of(SampleLoad.unknown()));
    }

    @Test
    void isOfEightyColumns() {
        for (String text : new String[] {
            LoadText.of(SampleLoad.whole("e2e.p99 < 50ms, publish.p99.99 <= 10s")), LoadText.of(SampleLoad.unknown())
        }) {
            assertThat(text.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        }
    }
}
