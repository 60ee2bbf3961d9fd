package io.docaxis.simulator.drill;

import io.docaxis.simulator.report.Wording;
import java.util.Optional;

/**
 * The only broker dies in the middle of everything; a second process finds its data as the first left it. The clients' patience
 * may outlast that, so that they need read nothing again: it counts if the new process found records of the old one.
 */
final class KillBroker implements Fault {

    private long found;

    @Override
    public InjectedFault strike(Pipeline pipeline) throws InterruptedException {
        pipeline.stage().broker().kill();
        long atNs = System.nanoTime();
        pipeline.stage().restartBroker();
        // the producer goes on at once, so some of them are new
        found = pipeline.records();
        return pipeline.injected("kill -9 of the broker, back with " + Wording.number(found) + " records", atNs);
    }

    @Override
    public Optional<String> emptiness(Rework rework) {
        return found > 0 ? Optional.empty() : Optional.of("the broker came back with nothing");
    }
}
