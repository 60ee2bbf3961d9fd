package io.docaxis.simulator.drill;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The only broker answers nobody for five seconds. Nothing need be read again: it counts if nobody got an answer meanwhile. */
final class FreezeBroker implements Fault {

    private static final int FREEZE_S = 5;

    private boolean answered;

    @Override
    public InjectedFault strike(Pipeline pipeline) throws InterruptedException {
        Thread asking = new Thread(() -> ask(pipeline), "docaxis-drill-asking");
        pipeline.stage().broker().signal("STOP");
        asking.start();
        asking.join(TimeUnit.SECONDS.toMillis(FREEZE_S));
        answered = !asking.isAlive();
        pipeline.stage().broker().signal("CONT");
        long atNs = System.nanoTime();
        asking.join();
        return pipeline.injected("SIGSTOP of the broker for " + FREEZE_S + " s", atNs);
    }

    private static void ask(Pipeline pipeline) {
        try {
            pipeline.ends();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<String> emptiness(Rework rework) {
        return answered ? Optional.of("the broker answered while it was stopped") : Optional.empty();
    }
}
