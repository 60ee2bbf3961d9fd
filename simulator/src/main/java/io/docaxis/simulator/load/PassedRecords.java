package io.docaxis.simulator.load;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterAdmin;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.simulator.load.consume.LoadConsumer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/**
 * Deletes, of a topic on docaxis' own broker, the records that every consumer has passed, once the topic takes more than half of its
 * budget: the broker frees whole segments. Looks every two seconds, on a thread of its own. Thread-safe to ask.
 */
public final class PassedRecords implements AutoCloseable {

    private static final long LOOK_EVERY_MS = 2_000;
    /** For Kafka: all that the topic has. */
    private static final long ALL = -1;

    private final Cluster cluster;
    private final String topic;
    private final DiskBudget budget;
    private final Supplier<Map<TopicPartition, Long>> passed;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "docaxis-passed-records");
    private final Map<TopicPartition, Long> deleted = new HashMap<>();
    private volatile String exceeded;

    /** @param passed the first offset of each partition that somebody still has to read */
    public PassedRecords(Cluster cluster, String topic, DiskBudget budget, Supplier<Map<TopicPartition, Long>> passed) {
        this.cluster = cluster;
        this.topic = topic;
        this.budget = budget;
        this.passed = passed;
        thread.setDaemon(true);
        thread.start();
    }

    /** That the records take more than the budget, though all that may be deleted is; empty while they do not. */
    public Optional<String> exceeded() {
        return Optional.ofNullable(exceeded);
    }

    private void run() {
        try (ClusterAdmin admin = new ClusterAdmin(cluster)) {
            while (!closing.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                look(admin);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClusterException e) {
            // who sends to the cluster says so, and better
        }
    }

    private void look(ClusterAdmin admin) {
        long size = size(admin);
        if (size > budget.bytes() / 2) {
            delete(admin);
        }
        // what was deleted a moment ago still lies there
        exceeded = size > budget.bytes()
                ? "the records of topic '" + topic + "' take " + DiskBudget.written(size)
                        + ", and --disk-budget allows " + budget + ": consumers have not passed what could be deleted"
                : null;
    }

    private long size(ClusterAdmin admin) {
        return admin.get(admin.ask().describeLogDirs(java.util.List.of(1)).allDescriptions()).values().stream()
                .flatMap(directories -> directories.values().stream())
                .map(LogDirDescription::replicaInfos)
                .flatMap(replicas -> replicas.entrySet().stream())
                .filter(replica -> replica.getKey().topic().equals(topic))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }

    private void delete(ClusterAdmin admin) {
        Map<TopicPartition, RecordsToDelete> asked = new HashMap<>();
        passed.get().forEach((partition, offset) -> {
            if (offset == LoadConsumer.NOTHING_TO_READ) {
                asked.put(partition, RecordsToDelete.beforeOffset(ALL));
            } else if (offset > deleted.getOrDefault(partition, 0L)) {
                deleted.put(partition, offset);
                asked.put(partition, RecordsToDelete.beforeOffset(offset));
            }
        });
        if (!asked.isEmpty()) {
            admin.get(admin.ask().deleteRecords(asked).all());
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
