package io.docaxis.consumer.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Rollup;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConclusionsTest {

    private final Scene scene = new Scene();

    @Test
    void anOutcomeThatCameAndWentIsNeverCounted() {
        scene.plain().status(0, "H53", 3, "2023-03-07T10:00");
        assertThat(acknowledged(Outcome.ON_TIME).count()).isEqualTo(1);
        assertThat(acknowledged(Outcome.OPEN)).isNull();
    }

    @Test
    void anOutcomeThatWasReadIsTakenBack() {
        scene.plain();
        assertThat(acknowledged(Outcome.OPEN).count()).isEqualTo(1);
        scene.status(0, "H53", 3, "2023-03-07T10:00");
        assertThat(acknowledged(Outcome.ON_TIME).count()).isEqualTo(1);
        assertThat(acknowledged(Outcome.OPEN).isZero()).isTrue();
    }

    @Test
    void howOftenTheTallyIsReadChangesNothing() {
        for (int seed = 0; seed < 100; seed++) {
            var deliveries = RandomStream.disturbed(RandomStream.world(seed, 60, 12), seed, 4 * RandomStream.DAY_S, 10);
            List<byte[]> log = RandomStream.records(deliveries, RestoreTest.FORGETFUL);
            Partition once = new Partition();
            once.applyAll(log);
            for (int every = 1; every <= 50; every = 3 * every + seed % 3) {
                Partition often = new Partition();
                for (int i = 0; i < log.size(); i++) {
                    often.apply(log.get(i));
                    if (i % every == 0) {
                        often.tally();
                    }
                }
                assertThat(Partition.world(often.tally()))
                        .as("seed " + seed + ", read every " + every)
                        .isEqualTo(Partition.world(once.tally()));
                assertThat(often.late()).isEqualTo(once.late());
            }
        }
    }

    @Test
    void nothingIsDrainedBeforeItIsConcluded() {
        scene.plain();
        assertThatIllegalStateException()
                .isThrownBy(() -> scene.partition.state.drainChanges(new RestoreTest.Store()))
                .withMessage("1 threads were not concluded before the state was drained");
    }

    private Cell acknowledged(Outcome outcome) {
        int debtor = scene.agencies.number("H53");
        return scene.partition.tally().get(CellKey.of(Rollup.AGENCY, Obligation.ACKNOWLEDGE, outcome, debtor, 0));
    }
}
