package io.docaxis.simulator.service;

import io.docaxis.consumer.stream.Engine;
import io.docaxis.monitor.cluster.ClusterContact;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams.State;

/** Whether this process does its work, and if not, why; and whether it ever will again. Thread-safe. */
public final class Readiness {

    private final Engine engine;
    private final ClusterContact contact;
    private final String servers;

    /** @param servers where the cluster is, as it was given */
    public Readiness(Engine engine, ClusterContact contact, String servers) {
        this.engine = engine;
        this.contact = contact;
        this.servers = servers;
    }

    /** Whether everything is as it has to be. */
    public boolean isReady() {
        return Stream.of(process(), engine(), cluster(), topic()).allMatch(Check::isRight);
    }

    /** Wrong once the engine has failed for good: then, and only then, this process has to be started again. */
    Check process() {
        return Check.of(engine.failure().map(why -> "the stream engine failed: " + why));
    }

    /** Wrong while the engine does not run; it runs too while it is being given partitions. */
    Check engine() {
        State state = engine.state();
        Optional<String> problem = engine.failure()
                .map(why -> "it failed: " + why)
                .or(() -> state.isRunningOrRebalancing() ? Optional.empty() : Optional.of(words(state)));
        return new Check(problem, Map.of("state", state.name()));
    }

    /** Wrong once the cluster has said nothing for {@link ClusterContact#PATIENCE}. */
    Check cluster() {
        ClusterContact.Status status = contact.status();
        Optional<String> problem = status.isLost()
                ? Optional.of(
                        servers + " has not answered for " + status.silence().toSeconds() + " s; "
                                + status.instead().orElse("nobody has asked it since"))
                : Optional.empty();
        return new Check(problem, Map.of("answered", status.since().toString(), "servers", servers));
    }

    /** Wrong while the events topic is not there, or another is in its place. */
    Check topic() {
        return Check.of(contact.status().missing());
    }

    private static String words(State state) {
        return switch (state) {
            case CREATED -> "it has not started yet";
            case PENDING_SHUTDOWN -> "it is stopping";
            default -> "it is stopped";
        };
    }
}
