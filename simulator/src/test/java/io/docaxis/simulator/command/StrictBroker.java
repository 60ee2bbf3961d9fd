package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.fail;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.server.policy.CreateTopicPolicy;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A broker as somebody else may have set it up: small messages, short transactions, a policy for topics. One for all tests that ask
 * for it, each with prefixes of its own.
 */
final class StrictBroker implements BeforeAllCallback, AutoCloseable {

    static final int MOST_PARTITIONS = 20;
    /** Shorter than docaxis' transactions at full speed. */
    static final int LONGEST_TRANSACTION_MS = 12_000;

    private static StrictBroker running;
    private static int prefixes;

    private EmbeddedBroker broker;
    private Admin admin;

    /** A cluster whose owner does not like large topics. */
    public static final class FewPartitions implements CreateTopicPolicy {
        @Override
        public void validate(RequestMetadata wanted) {
            if (wanted.numPartitions() != null && wanted.numPartitions() > MOST_PARTITIONS) {
                throw new PolicyViolationException("at most " + MOST_PARTITIONS + " partitions here");
            }
        }

        @Override
        public void configure(Map<String, ?> configs) {
            // nothing to choose
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(StrictBroker.class, any -> start());
    }

    private static StrictBroker start() {
        StrictBroker started = new StrictBroker();
        started.broker = EmbeddedBroker.start(
                BrokerSettings.DEFAULT.with(Map.of(
                        "create.topic.policy.class.name",
                        FewPartitions.class.getName(),
                        "message.max.bytes",
                        "100000",
                        "transaction.max.timeout.ms",
                        String.valueOf(LONGEST_TRANSACTION_MS))),
                why -> fail(why));
        started.admin =
                Admin.create(Cluster.of(started.broker.bootstrapServers()).client(Map.of()));
        running = started;
        return started;
    }

    static String servers() {
        return running.broker.bootstrapServers();
    }

    static Cluster cluster() {
        return Cluster.of(servers());
    }

    static Admin admin() {
        return running.admin;
    }

    /** A prefix that no other test uses. */
    static synchronized String prefix() {
        return "s" + prefixes++;
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }
}
