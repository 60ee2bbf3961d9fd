package io.docaxis.simulator.drill;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The only broker answers nobody for five seconds. Nothing need be read again: it counts if nobody got an answer meanwhile. */
final class FreezeBroker implements Fault {

    private static final int FREEZE_S = 5;

    private boolean answered;

    @Override
    public Blow strike(Stage stage) throws InterruptedException {
        Thread asking = new Thread(() -> ask(stage), "docaxis-drill-asking");
        stage.broker().process().signal("STOP");
        asking.start();
        asking.join(TimeUnit.SECONDS.toMillis(FREEZE_S));
        answered = !asking.isAlive();
        stage.broker().process().signal("CONT");
        long atNs = System.nanoTime();
        asking.join();
        return stage.blow("SIGSTOP of the broker for " + FREEZE_S + " s", atNs);
    }

    private static void ask(Stage stage) {
        try {
            stage.ends();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<String> emptiness(Effects effects) {
        return answered ? Optional.of("the broker answered while it was stopped") : Optional.empty();
    }
}
