package io.docaxis.simulator.drill;

import io.docaxis.simulator.result.Wording;
import java.util.Optional;

/**
 * The only broker dies in the middle of everything; a second process finds its data as the first left it. The clients' patience
 * may outlast that, so that they need read nothing again: it counts if the new process found records of the old one.
 */
final class KillBroker implements Fault {

    private long found;

    @Override
    public Blow strike(Stage stage) throws InterruptedException {
        stage.broker().process().kill();
        long atNs = System.nanoTime();
        stage.broker().restart();
        // the producer goes on at once, so some of them are new
        found = stage.records();
        return stage.blow("kill -9 of the broker, back with " + Wording.number(found) + " records", atNs);
    }

    @Override
    public Optional<String> emptiness(Effects effects) {
        return found > 0 ? Optional.empty() : Optional.of("the broker came back with nothing");
    }
}
