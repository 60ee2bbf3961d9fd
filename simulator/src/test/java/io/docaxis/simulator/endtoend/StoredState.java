package io.docaxis.simulator.endtoend;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.consumer.exchange.Changes;
import io.docaxis.consumer.exchange.ExchangeState;
import io.docaxis.simulator.outside.TopicLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What consumers that are stopped remember of one partition, as its changelog has it. */
final class StoredState {

    private final Cluster cluster;
    private final String changelog;
    private final int partition;

    StoredState(Cluster cluster, Topics topics, int partition) {
        this.cluster = cluster;
        this.changelog = topics.group() + "-state-changelog";
        this.partition = partition;
    }

    /** Restores it as a consumer would, changes it, and stores what is different now: nobody can tell it from the real. */
    void tamper(Consumer<ExchangeState> change) throws ExecutionException, InterruptedException {
        ExchangeState state = new ExchangeState();
        TopicLog.read(cluster, changelog).stream()
                .filter(entry -> entry.partition() == partition)
                .forEach(entry -> state.restore(entry.key(), entry.value()));
        state.restored();
        change.accept(state);
        TopicLog.write(cluster, changes(state));
    }

    private List<ProducerRecord<byte[], byte[]>> changes(ExchangeState state) {
        List<ProducerRecord<byte[], byte[]>> changes = new ArrayList<>();
        state.drainChanges(new Changes() {
            @Override
            public void put(byte[] key, byte[] value) {
                changes.add(new ProducerRecord<>(changelog, partition, key, value));
            }

            @Override
            public void delete(byte[] key) {
                put(key, null);
            }
        });
        return changes;
    }
}
