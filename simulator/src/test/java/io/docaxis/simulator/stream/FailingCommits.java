package io.docaxis.simulator.stream;

import io.docaxis.consumer.batch.BatchingClients;
import io.docaxis.simulator.Waiting;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * Kafka's clients, of which every third commit of a transaction times out, as with a broker that does not answer, and again
 * until the transaction is given up. Streams then takes the tasks in it for corrupted and aborts them.
 */
final class FailingCommits implements KafkaClientSupplier {

    private static final int EVERY = 3;

    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final BatchingClients clients = new BatchingClients();
    private final int most;

    /** @param most how many transactions fail at most */
    FailingCommits(int most) {
        this.most = most;
    }

    /** How many transactions have failed. */
    int failed() {
        return failed.get();
    }

    /** Waits until another transaction was committed, or tried to be. */
    void awaitCommit() {
        int before = commits.get();
        Waiting.until("another commit", () -> commits.get() > before);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()) {
            private boolean failing;

            @Override
            public void commitTransaction() {
                if (!failing && commits.incrementAndGet() % EVERY == 0 && failed.get() < most) {
                    failing = true;
                    failed.incrementAndGet();
                }
                if (failing) {
                    throw new TimeoutException("planted: a commit that is not answered");
                }
                super.commitTransaction();
            }

            @Override
            public void abortTransaction() {
                failing = false;
                super.abortTransaction();
            }
        };
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return clients.getConsumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return clients.getRestoreConsumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return clients.getGlobalConsumer(config);
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }
}
