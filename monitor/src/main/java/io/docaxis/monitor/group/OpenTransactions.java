package io.docaxis.monitor.group;

import io.docaxis.monitor.cluster.Answers;
import io.docaxis.monitor.cluster.PartitionQueries;
import io.docaxis.monitor.health.OpenTransaction;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.TopicPartition;

/**
 * Whose transactions hold last stable offsets. A leader is asked only for an offset that has stood over two rounds, and once for
 * each. One thread at a time.
 */
final class OpenTransactions {

    private static final long AGAIN_NS = Duration.ofMinutes(1).toNanos();

    /** An offset that has not moved, and what is known of who holds it. */
    private static final class Held {
        private final long stable;
        private long askedNs;
        private boolean asked;
        private Optional<OpenTransaction> holder = Optional.empty();

        Held(long stable) {
            this.stable = stable;
        }

        boolean isDue() {
            return holder.isEmpty() && (!asked || System.nanoTime() - askedNs >= AGAIN_NS);
        }
    }

    private final PartitionQueries queries;
    private final Consumer<RuntimeException> failures;
    private final Map<TopicPartition, Held> held = new HashMap<>();

    OpenTransactions(PartitionQueries queries, Consumer<RuntimeException> failures) {
        this.queries = queries;
        this.failures = failures;
    }

    /**
     * Finds out who holds them.
     *
     * @param stable last stable offsets that keep records from somebody
     */
    void look(Map<TopicPartition, Long> stable) throws InterruptedException {
        held.keySet().retainAll(stable.keySet());
        Set<TopicPartition> due = new HashSet<>();
        stable.forEach((partition, offset) -> {
            Held before = held.get(partition);
            if (before == null || before.stable != offset) {
                held.put(partition, new Held(offset));
            } else if (before.isDue()) {
                before.asked = true;
                before.askedNs = System.nanoTime();
                due.add(partition);
            }
        });
        Answers<TopicPartition, List<ProducerState>> answers = queries.producers(due);
        answers.failed().values().forEach(failures);
        answers.known().forEach((partition, producers) -> {
            Held one = held.get(partition);
            one.holder = producers.stream()
                    .filter(producer -> producer.currentTransactionStartOffset().orElse(-1) == one.stable)
                    .findFirst()
                    .map(producer -> new OpenTransaction(producer.producerId()));
        });
    }

    /** Empty where nobody was asked yet, or nobody says so. */
    Optional<OpenTransaction> at(TopicPartition partition) {
        return Optional.ofNullable(held.get(partition)).flatMap(one -> one.holder);
    }
}
