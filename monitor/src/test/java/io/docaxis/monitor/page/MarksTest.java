package io.docaxis.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.page.Marks.State;
import io.docaxis.monitor.page.Marks.Thing;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final Thing GROUP = new Thing("group", "archive");
    private static final State WELL = new State("OK", false, "");
    private static final State STOPPED = new State("STOPPED", true, "no commit for 14 min");

    private final Marks marks = new Marks(3);

    @Test
    void aChangeIsMarkedAndWhatStaysIsNot() {
        look(1_000, WELL);
        look(2_000, STOPPED);
        look(3_000, STOPPED);
        assertThat(marks.all())
                .containsExactly(new Mark(2_000, 5, "group", "archive", "STOPPED", true, "no commit for 14 min"));
        assertThat(marks.sinceMs(GROUP)).hasValue(2_000);
    }

    @Test
    void whatIsBadAtFirstSightIsMarked() {
        look(1_000, STOPPED);
        look(2_000, WELL);
        assertThat(marks.all()).extracting(Mark::state).containsExactly("STOPPED", "OK");
    }

    @Test
    void anotherReasonForTheSameStateIsNoChange() {
        look(1_000, STOPPED);
        look(2_000, new State("STOPPED", true, "no commit for 15 min"));
        assertThat(marks.all()).hasSize(1);
        assertThat(marks.sinceMs(GROUP)).hasValue(1_000);
    }

    @Test
    void whatIsGoneIsForgottenAndWhatNobodyKnowsIsNot() {
        look(1_000, STOPPED);
        marks.look(2_000, 5, Map.of(), Set.of());
        assertThat(marks.sinceMs(GROUP)).as("groups are unknown").hasValue(1_000);
        marks.look(3_000, 5, Map.of(), Set.of("group"));
        assertThat(marks.sinceMs(GROUP)).as("there are none").isEmpty();
    }

    @Test
    void theNewestAreKept() {
        for (int i = 0; i < 10; i++) {
            look(i, i % 2 == 0 ? STOPPED : WELL);
        }
        assertThat(marks.all()).extracting(Mark::atMs).containsExactly(7L, 8L, 9L);
    }

    private void look(long atMs, State state) {
        marks.look(atMs, 5, Map.of(GROUP, state), Set.of("group"));
    }
}
