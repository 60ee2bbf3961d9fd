package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SilenceLogTest {

    private final SilenceLog log = new SilenceLog(3);
    private final long[] lastAt = new long[3];

    @Test
    void tellsFromWhenToWhenAndWhenItWasNoticed() {
        lastAt[1] = 80;
        look(100, Silence.LEARNING, Silence.HEARD, Silence.HEARD);
        look(120, Silence.LEARNING, Silence.SILENT, Silence.HEARD);
        assertThat(log.spells()).containsExactly(new SilentSpell(1, 80, 120, OptionalLong.empty()));
        assertThat(log.since()).hasValue(100);

        look(140, Silence.LEARNING, Silence.SILENT, Silence.HEARD);
        look(160, Silence.LEARNING, Silence.HEARD, Silence.HEARD);
        look(180, Silence.LEARNING, Silence.HEARD, Silence.HEARD);
        assertThat(log.spells()).containsExactly(new SilentSpell(1, 80, 120, OptionalLong.of(160)));
    }

    /** It owed nothing for a while, and was not heard meanwhile. */
    @Test
    void goesOnWithASilenceThatHadTheSameLastReport() {
        lastAt[1] = 80;
        look(120, Silence.HEARD, Silence.SILENT, Silence.HEARD);
        look(160, Silence.HEARD, Silence.HEARD, Silence.HEARD);
        look(200, Silence.HEARD, Silence.SILENT, Silence.HEARD);
        assertThat(log.spells()).containsExactly(new SilentSpell(1, 80, 120, OptionalLong.empty()));

        look(210, Silence.HEARD, Silence.HEARD, Silence.HEARD);
        lastAt[1] = 205;
        look(300, Silence.HEARD, Silence.SILENT, Silence.HEARD);
        assertThat(log.spells())
                .containsExactly(
                        new SilentSpell(1, 80, 120, OptionalLong.of(210)),
                        new SilentSpell(1, 205, 300, OptionalLong.empty()));
    }

    @Test
    void whatIsNotKnownEndsNoSilence() {
        look(120, Silence.HEARD, Silence.SILENT, Silence.HEARD);
        look(140, Silence.HEARD, Silence.LEARNING, Silence.HEARD);
        log.look(OptionalLong.empty(), List.of(Silence.HEARD, Silence.HEARD, Silence.HEARD), agency -> 0);

        assertThat(log.spells().get(0).until()).isEmpty();
    }

    @Test
    void aReportThatPartitionsAheadHaveIsNotAfterTheWatermark() {
        lastAt[0] = 500;
        look(120, Silence.SILENT, Silence.HEARD, Silence.HEARD);

        assertThat(log.spells().get(0).from()).isEqualTo(120);
    }

    @Test
    void forgetsThoseThatWereOverFirst() {
        for (int time = 0; time < 5; time++) {
            lastAt[0] = time * 100;
            look(time * 100 + 50, Silence.SILENT, Silence.SILENT, Silence.HEARD);
            look(time * 100 + 60, Silence.HEARD, Silence.SILENT, Silence.HEARD);
        }
        assertThat(log.spells()).extracting(SilentSpell::agency).containsExactly(1, 0, 0);
        assertThat(log.spells()).extracting(SilentSpell::seenAt).containsExactly(50L, 350L, 450L);
    }

    @Test
    void anotherRunBeginsAnew() {
        log.follow("one");
        look(120, Silence.SILENT, Silence.HEARD, Silence.HEARD);
        log.follow("one");
        assertThat(log.spells()).hasSize(1);
        log.follow("two");
        assertThat(log.spells()).isEmpty();
        assertThat(log.since()).isEmpty();
    }

    private void look(long watermark, Silence... of) {
        List<Silence> silence = new ArrayList<>();
        Collections.addAll(silence, of);
        log.look(OptionalLong.of(watermark), silence, agency -> lastAt[agency]);
    }
}
