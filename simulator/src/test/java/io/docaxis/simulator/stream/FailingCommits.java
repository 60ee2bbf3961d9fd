package io.docaxis.simulator.stream;

import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.consumer.stream.LogReadings;
import io.docaxis.consumer.stream.StreamClients;
import io.docaxis.simulator.Waiting;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** Producers of which some commits time out, as with a broker that does not answer, and again until the transaction is given up. */
final class FailingCommits {

    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger withoutOffsets = new AtomicInteger();
    private final int most;
    private final IntPredicate which;

    /**
     * @param most how many transactions fail at most
     * @param which of them, counted from one over all producers
     */
    FailingCommits(int most, IntPredicate which) {
        this.most = most;
        this.which = which;
    }

    /** Every so many-th. */
    static FailingCommits every(int many, int most) {
        return new FailingCommits(most, commit -> commit % many == 0);
    }

    KafkaClientSupplier supplier(FastPath path, LogReadings readings) {
        return new StreamClients(path, readings, this::producer);
    }

    /** How many transactions have failed. */
    int failed() {
        return failed.get();
    }

    /** How many transactions had no offset to commit: by that the group keeps out who has lost a partition. */
    int withoutOffsets() {
        return withoutOffsets.get();
    }

    /** Whether none will fail any more. */
    boolean isSpent() {
        return failed.get() >= most;
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
            public void sendOffsetsToTransaction(
                    Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
                withoutOffsets.addAndGet(offsets.isEmpty() ? 1 : 0);
                super.sendOffsetsToTransaction(offsets, group);
            }

            @Override
            public void commitTransaction() {
                if (!failing && which.test(commits.incrementAndGet()) && !isSpent()) {
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
