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
    public InjectedFault strike(Pipeline pipeline) throws InterruptedException {
        InjectedFault injected = pipeline.injected("", System.nanoTime());
        int killed = 0;
        int joined = 0;
        while (isInTime(pipeline)) {
            ConsumerProcess guest = pipeline.startConsumer();
            pipeline.await(
                    "a joining consumer to get work",
                    () -> guest.look() && guest.recordsRead() > 0 || !isInTime(pipeline));
            joined++;
            countChange(pipeline);
            if (pipeline.draws().oneIn(2)) {
                guest.kill();
                killed++;
            } else {
                guest.leave();
            }
            countChange(pipeline);
            injected = pipeline.injected(
                    joined + " consumers joined and left, " + killed + " of them killed", System.nanoTime());
        }
        return injected;
    }

    private void countChange(Pipeline pipeline) throws InterruptedException {
        if (isInTime(pipeline)) {
            changes++;
        }
    }

    private static boolean isInTime(Pipeline pipeline) throws InterruptedException {
        return pipeline.applied() * 100 < pipeline.events() * LAST_PERCENT;
    }

    @Override
    public Optional<String> emptiness(Rework rework) {
        return changes < LEAST_CHANGES
                ? Optional.of("only " + changes + " changes of the group came before " + LAST_PERCENT + " %")
                : Fault.super.emptiness(rework);
    }
}
