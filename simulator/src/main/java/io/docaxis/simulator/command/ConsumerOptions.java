package io.docaxis.simulator.command;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.consumer.stream.StreamSettings;
import io.docaxis.monitor.endpoint.EndpointSettings;
import io.docaxis.simulator.service.ConsumerSettings;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a user can choose about a consumer. */
final class ConsumerOptions {

    @Mixin
    private ManagementOptions management;

    @Option(
            names = "--threads",
            converter = WholeNumbers.Threads.class,
            paramLabel = "N",
            defaultValue = "1",
            description = "Stream threads of this process (default: ${DEFAULT-VALUE}).")
    int threads;

    @Option(
            names = "--commit-every",
            converter = WholeNumbers.CommitEvery.class,
            paramLabel = "MS",
            description = "Milliseconds between commits (default: 8000; 1000 for paced traffic, 5000 for a load).")
    Integer commitEveryMs;

    @Option(
            names = "--instance-id",
            converter = Names.Instance.class,
            paramLabel = "ID",
            description = "An id that stays the same over restarts: this process gets its partitions back at once.")
    String instanceId;

    @Option(names = "--paced", description = "For traffic on a schedule: low latency instead of throughput.")
    boolean paced;

    /** Of commands whose purpose is to measure paced traffic. */
    boolean measured;

    @Mixin
    FastClientsOption fastClients;

    /** @throws UsageException if a value is out of range */
    void check() {
        settings(Cluster.of("any:1"), new Topics(Topics.DEFAULT_PREFIX), 0);
    }

    /** @throws UsageException if a value is out of range */
    ConsumerSettings settings(Cluster cluster, Topics topics, int partitions) {
        try {
            return new ConsumerSettings(cluster, topics, partitions, management.settings(), stream());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** Where metrics and health are served. */
    EndpointSettings endpoint() {
        return management.settings();
    }

    /** The same for a rehearsal: nobody asks for its metrics. */
    ConsumerSettings rehearsed(Cluster cluster, Topics topics, int partitions) {
        return new ConsumerSettings(cluster, topics, partitions, EndpointSettings.loopback(0), stream());
    }

    private StreamSettings stream() {
        StreamSettings stream = basis().withThreads(threads).withFastClients(fastClients.chosen);
        if (commitEveryMs != null) {
            stream = stream.withCommitEvery(Duration.ofMillis(commitEveryMs));
        }
        return instanceId == null ? stream : stream.withInstanceId(instanceId);
    }

    private StreamSettings basis() {
        if (measured) {
            return StreamSettings.MEASURED;
        }
        return paced ? StreamSettings.PACED : StreamSettings.UNBOUNDED;
    }

    /** So long after it was read, at the latest, it is known of what the consumers have read. */
    Duration knownAfter() {
        return stream().commitEvery().multipliedBy(2).plusSeconds(2);
    }

    /** What to do where a broker does not allow transactions as long as these options want them. */
    String transactionTooLong() {
        StreamSettings stream = stream();
        return "the Kafka cluster does not allow transactions of "
                + stream.transactionTimeout().toMillis() + " ms (its setting transaction.max.timeout.ms): lower"
                + " --commit-every (now " + stream.commitEvery().toMillis() + " ms), which is "
                + StreamSettings.TO_SPARE.toMillis() + " ms less than they may take, or have the setting raised; it has"
                + " to be " + StreamSettings.TRANSACTION_AT_LEAST.toMillis() + " ms or more";
    }
}
