package io.docaxis.simulator.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Kafka's settings for one broker and controller in one process: small, quick to start, for a few topics of one run. */
final class BrokerProperties {

    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerProperties() {}

    /** @param killed whether a broker before was killed: the controller takes it for alive until its session ends */
    static Map<String, String> of(Path directory, int port, int controllerPort, boolean killed) {
        Map<String, String> properties = new HashMap<>();
        network(properties, port, controllerPort);
        storage(properties, directory);
        internalTopics(properties);
        // both cores may be busy for seconds: a broker that beats late must not be fenced; but after a kill nobody is
        // let in
        // until the dead one's session has ended, so that is then Kafka's own nine seconds
        properties.put("broker.session.timeout.ms", killed ? "9000" : "60000");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("group.streams.initial.rebalance.delay.ms", "0");
        // a typing error in a topic's name is an error, not a topic
        properties.put("auto.create.topics.enable", "false");
        // nobody reads them through JMX, and registering them costs start-up time
        properties.put("metric.reporters", "");
        return properties;
    }

    private static void network(Map<String, String> properties, int port, int controllerPort) {
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put("listener.security.protocol.map", CONTROLLER_LISTENER + ":PLAINTEXT,PLAINTEXT:PLAINTEXT");
        String client = "PLAINTEXT://127.0.0.1:" + port;
        properties.put("listeners", client + "," + CONTROLLER_LISTENER + "://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", client);
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("socket.send.buffer.bytes", "1048576");
        properties.put("socket.receive.buffer.bytes", "1048576");
    }

    private static void storage(Map<String, String> properties, Path directory) {
        properties.put("log.dirs", directory.toString());
        properties.put("log.retention.ms", "-1");
        properties.put("log.retention.bytes", "-1");
        properties.put("log.segment.bytes", String.valueOf(128 << 20));
        properties.put("log.segment.delete.delay.ms", "1000");
        // what a load has passed is deleted: by default files of it would stay for five minutes
        properties.put("log.retention.check.interval.ms", "5000");
        // index files are made at full size; a segment of 128 MiB needs a quarter of a MiB
        properties.put("log.index.size.max.bytes", String.valueOf(1 << 20));
        properties.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 << 20));
        properties.put("log.cleaner.io.buffer.size", String.valueOf(256 << 10));
        properties.put("log.cleaner.backoff.ms", "5000");
        properties.put("background.threads", "2");
        properties.put("num.recovery.threads.per.data.dir", "1");
    }

    private static void internalTopics(Map<String, String> properties) {
        properties.put("default.replication.factor", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "2");
        properties.put("offsets.topic.segment.bytes", String.valueOf(4 << 20));
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "2");
        properties.put("transaction.state.log.segment.bytes", String.valueOf(4 << 20));
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        properties.put("group.coordinator.threads", "1");
        properties.put("transaction.state.log.load.buffer.size", String.valueOf(1 << 20));
        properties.put("offsets.load.buffer.size", String.valueOf(1 << 20));
    }
}
