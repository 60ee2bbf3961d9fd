package io.docaxis.simulator.drill;

import io.docaxis.simulator.process.ProgramProcess;
import java.util.concurrent.TimeUnit;

/**
 * The consumer lives, but what it has in hand is taken away: its transactions are fenced, or run out of time. Five seeds in a row
 * play each moment once.
 */
final class AbortTransaction implements Fault {

    /** Streams gives a transaction ten seconds, the group a member six. */
    private static final int SLEEP_S = 12;
    /** Long enough for a backlog, too short for the group to give it up. */
    private static final int NAP_S = 3;

    /** Which moment it is. */
    private enum Moment {
        AT_WORK,
        IN_A_REBALANCE,
        TWICE_IN_TWO_PROCESSES,
        CATCHING_UP,
        ASLEEP
    }

    private final Moment moment;

    AbortTransaction(long seed) {
        moment = Moment.values()[(int) Math.floorMod(seed, (long) Moment.values().length)];
    }

    @Override
    public void startConsumers(Pipeline pipeline) {
        switch (moment) {
            case TWICE_IN_TWO_PROCESSES -> {
                pipeline.startConsumer("--threads", "2");
                pipeline.startConsumer("--threads", "2");
            }
            case IN_A_REBALANCE -> pipeline.startConsumer("--threads", "2");
            default -> pipeline.startConsumer();
        }
    }

    @Override
    public InjectedFault strike(Pipeline pipeline) throws InterruptedException {
        return switch (moment) {
            case AT_WORK -> fence(pipeline, "");
            case ASLEEP -> {
                pause(pipeline.consumers().get(0).process(), SLEEP_S);
                yield pipeline.injected(
                        "SIGSTOP for " + SLEEP_S + " s, past the transaction's time", System.nanoTime());
            }
            case TWICE_IN_TWO_PROCESSES -> {
                InjectedFault first = fence(pipeline, "");
                pipeline.awaitRecovery(first);
                fence(pipeline, "");
                yield fence(pipeline, " of two processes with two threads each, again and again");
            }
            case IN_A_REBALANCE -> {
                ConsumerProcess guest = pipeline.startConsumer("--threads", "2");
                pipeline.await(
                        "the group to rebalance",
                        () -> pipeline.stage().view().assigned(Pipeline.TOPICS.group()) == 0 || guest.look());
                yield fence(pipeline, " while a second process joins");
            }
            case CATCHING_UP -> {
                pause(pipeline.consumers().get(0).process(), NAP_S);
                yield fence(pipeline, " while it catches up after SIGSTOP for " + NAP_S + " s");
            }
        };
    }

    private static void pause(ProgramProcess process, int seconds) throws InterruptedException {
        process.signal("STOP");
        TimeUnit.SECONDS.sleep(seconds);
        process.signal("CONT");
    }

    private static InjectedFault fence(Pipeline pipeline, String when) throws InterruptedException {
        int producers = pipeline.stage().view().fenceProducers();
        return pipeline.injected("transactional producers fenced (" + producers + ")" + when, System.nanoTime());
    }
}
