package io.docaxis.simulator.drill;

import io.docaxis.simulator.outside.ProgramRun;
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
    public void startConsumers(Stage stage) {
        switch (moment) {
            case TWICE_IN_TWO_PROCESSES -> {
                stage.startConsumer("--threads", "2");
                stage.startConsumer("--threads", "2");
            }
            case IN_A_REBALANCE -> stage.startConsumer("--threads", "2");
            default -> stage.startConsumer();
        }
    }

    @Override
    public Blow strike(Stage stage) throws InterruptedException {
        return switch (moment) {
            case AT_WORK -> fence(stage, "");
            case ASLEEP -> {
                pause(stage.consumers().get(0).process(), SLEEP_S);
                yield stage.blow("SIGSTOP for " + SLEEP_S + " s, past the transaction's time", System.nanoTime());
            }
            case TWICE_IN_TWO_PROCESSES -> {
                Blow first = fence(stage, "");
                stage.awaitRecovery(first);
                fence(stage, "");
                yield fence(stage, " of two processes with two threads each, again and again");
            }
            case IN_A_REBALANCE -> {
                ConsumerRun guest = stage.startConsumer("--threads", "2");
                stage.await(
                        "the group to rebalance",
                        () -> stage.offsets().assigned(Stage.TOPICS.group()) == 0 || guest.look());
                yield fence(stage, " while a second process joins");
            }
            case CATCHING_UP -> {
                pause(stage.consumers().get(0).process(), NAP_S);
                yield fence(stage, " while it catches up after SIGSTOP for " + NAP_S + " s");
            }
        };
    }

    private static void pause(ProgramRun process, int seconds) throws InterruptedException {
        process.signal("STOP");
        TimeUnit.SECONDS.sleep(seconds);
        process.signal("CONT");
    }

    private static Blow fence(Stage stage, String when) throws InterruptedException {
        int producers = stage.offsets().fenceProducers();
        return stage.blow("transactional producers fenced (" + producers + ")" + when, System.nanoTime());
    }
}
