package io.docaxis.simulator.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.drill.AttemptResult.Observed;
import io.docaxis.simulator.verdict.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of attempts, one by one and together. */
class DrillTextTest {

    private static final List<Drill> DRILLS = List.of(Drill.KILL_CONSUMER, Drill.KILL_PRODUCER);
    static final AttemptResult EXACT = result(Drill.KILL_CONSUMER, 1, Finding.EXACT, Optional.empty(), 6_912);
    private static final AttemptResult SLOWER = result(Drill.KILL_CONSUMER, 2, Finding.EXACT, Optional.empty(), 9_000);
    private static final AttemptResult EMPTY =
            result(Drill.KILL_PRODUCER, 1, Finding.EXACT, Optional.of("nothing was found"), 500);
    private static final AttemptResult WRONG = result(Drill.KILL_PRODUCER, 2, Finding.DIFFERS, Optional.empty(), 500);
    private static final AttemptResult UNFINISHED =
            result(Drill.KILL_PRODUCER, 2, Finding.INCOMPLETE, Optional.empty(), 500);
    static final AttemptResult ENDLESS = new AttemptResult(
            Drill.KILL_PRODUCER,
            3,
            40,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "waited 60 s for something",
            61_000);

    @Test
    void tellsWhatWasDoneAndWhatCameOfIt() {
        assertThat(DrillText.ended(EXACT)).isEqualTo("""
                          kill -9, with 42.5 % of 300,000 records applied
                          recovered in 6.9 s; 1,200 records replayed, 50,000 entries restored
                          verdict: exact (30 s)
                        """);
        assertThat(DrillText.ended(EMPTY)).endsWith("  void: nothing was found\n");
        assertThat(DrillText.ended(ENDLESS)).isEqualTo("""
                          came to no end (1 min 1 s)
                            waited 60 s for something
                        """);
    }

    @Test
    void countsADrillOnlyWithEverySeedThatWasWanted() {
        assertThat(Score.of(DRILLS, List.of(EXACT, SLOWER), 2)).isEqualTo(Score.VOID);
        assertThat(Score.of(DRILLS.subList(0, 1), List.of(EXACT, SLOWER), 2)).isEqualTo(Score.PASSED);
        assertThat(Score.of(DRILLS, List.of(EXACT, EMPTY), 1)).isEqualTo(Score.VOID);
    }

    @Test
    void ranksAWrongConclusionAboveOneThatNeverCame() {
        assertThat(Score.of(DRILLS, List.of(EXACT, ENDLESS), 1)).isEqualTo(Score.NO_END);
        assertThat(Score.of(DRILLS, List.of(EXACT, ENDLESS, UNFINISHED), 1)).isEqualTo(Score.INCOMPLETE);
        assertThat(Score.of(DRILLS, List.of(EXACT, ENDLESS, WRONG), 1)).isEqualTo(Score.DIFFERS);
    }

    @Test
    void hasALineForEachDrill() {
        assertThat(DrillText.table(DRILLS, List.of(EXACT, SLOWER, EMPTY, WRONG), 2))
                .isEqualTo("""
                        drill              exact  void    applied   recovery    longest   replayed   restored   verdict
                        kill-consumer          2     0       42 %      9.0 s      9.0 s      1,200     50,000   exact
                        kill-producer          0     1          –          –          –          –          –   differs
                        """);
    }

    @Test
    void givesToolsTheSameFiguresAndNullWhereThereAreNone() {
        assertThat(SampleDrill.json())
                .contains(
                        "\"score\" : \"no_end\"",
                        "\"verdict\" : null",
                        "\"recovery_seconds\" : 6.912",
                        "\"records_replayed\" : 1200")
                .contains("\"observed\" : null", "\"account\" : \"waited 60 s for something\"");
    }

    private static AttemptResult result(
            Drill drill, long seed, Finding finding, Optional<String> emptiness, long recoveryMs) {
        Rework effects = new Rework(300_000, 1_200, 50_000, 0, 0);
        return new AttemptResult(
                drill,
                seed,
                40,
                Optional.of(finding),
                Optional.of(new Observed("kill -9", 42.49, recoveryMs, effects)),
                emptiness,
                "",
                30_000);
    }
}
