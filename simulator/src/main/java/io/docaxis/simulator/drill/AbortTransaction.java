package io.docaxis.simulator.drill;

import java.util.concurrent.TimeUnit;

/**
 * The consumer lives, but what it has in hand is taken away: a second producer under its name fences it, or it sleeps until the
 * group has given it up and its transaction has timed out. The seed chooses.
 */
final class AbortTransaction implements Fault {

    /** Streams gives a transaction ten seconds, the group a member six. */
    private static final int SLEEP_S = 12;

    @Override
    public Blow strike(Stage stage) throws InterruptedException {
        return stage.draws().oneIn(2) ? fence(stage) : sleep(stage);
    }

    private static Blow fence(Stage stage) throws InterruptedException {
        int producers = stage.offsets().fenceProducers();
        return stage.blow("its transactional producer fenced (" + producers + ")", System.nanoTime());
    }

    private static Blow sleep(Stage stage) throws InterruptedException {
        ConsumerRun consumer = stage.consumers().get(0);
        consumer.process().signal("STOP");
        TimeUnit.SECONDS.sleep(SLEEP_S);
        consumer.process().signal("CONT");
        return stage.blow("SIGSTOP for " + SLEEP_S + " s, past the transaction's time", System.nanoTime());
    }
}
