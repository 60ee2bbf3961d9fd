package io.docaxis.simulator.stream;

import io.docaxis.consumer.stream.StreamClients;
import io.docaxis.simulator.Waiting;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** Producers of which every third commit times out, as with a broker that does not answer, and again until the transaction is given up. */
final class FailingCommits {

    private static final int EVERY = 3;

    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final int most;

    /** @param most how many transactions fail at most */
    FailingCommits(int most) {
        this.most = most;
    }

    KafkaClientSupplier supplier() {
        return new StreamClients(this::producer);
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

    private Producer<byte[], byte[]> producer(Map<String, Object> config) {
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
}
