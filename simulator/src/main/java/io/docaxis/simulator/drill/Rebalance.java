package io.docaxis.simulator.drill;

import io.docaxis.producer.plan.Draws;
import java.util.Optional;

/** Beside one consumer that stays, others join, get their share of the work and leave again, in good order or killed, as the seed has it. */
final class Rebalance implements Fault {

    private static final int STARTS = 5;
    private static final int LAST_PERCENT = 90;
    private static final int LEAST_CHANGES = 3;

    private int changes;

    /** Long enough for some to come and go, however slow the machine is. */
    @Override
    public long playS(long startMs) {
        return 20 + STARTS * startMs / 1000;
    }

    @Override
    public int moment(Draws draws) {
        return 11 + draws.below(5);
    }

    @Override
    public Blow strike(Stage stage) throws InterruptedException {
        Blow blow = stage.blow("", System.nanoTime());
        int killed = 0;
        int joined = 0;
        while (isInTime(stage)) {
            ConsumerRun guest = stage.startConsumer();
            stage.await(
                    "a joining consumer to get work",
                    () -> guest.look() && guest.recordsRead() > 0 || !isInTime(stage));
            joined++;
            countChange(stage);
            if (stage.draws().oneIn(2)) {
                guest.kill();
                killed++;
            } else {
                guest.leave();
            }
            countChange(stage);
            blow = stage.blow(joined + " consumers joined and left, " + killed + " of them killed", System.nanoTime());
        }
        return blow;
    }

    private void countChange(Stage stage) throws InterruptedException {
        if (isInTime(stage)) {
            changes++;
        }
    }

    private static boolean isInTime(Stage stage) throws InterruptedException {
        return stage.applied() * 100 < stage.events() * LAST_PERCENT;
    }

    @Override
    public Optional<String> emptiness(Effects effects) {
        return changes < LEAST_CHANGES
                ? Optional.of("only " + changes + " changes of the group came before " + LAST_PERCENT + " %")
                : Fault.super.emptiness(effects);
    }
}
