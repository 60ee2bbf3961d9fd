package io.docaxis.simulator.selftest;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.consumer.state.EntryKey;
import io.docaxis.consumer.state.EntryWriter;
import io.docaxis.consumer.state.ExchangeState;
import io.docaxis.simulator.process.TopicRecords;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What stopped consumers remember of one partition, as its changelog has it: entries by key, a deleted one with null. What is
 * written here is all that the next consumer knows; it cannot tell it from what a consumer wrote.
 */
final class StoredState {

    private final Cluster cluster;
    private final String changelog;
    private final int partition;
    private final Map<ByteBuffer, byte[]> entries = new LinkedHashMap<>();

    private StoredState(Cluster cluster, Topics topics, int partition) {
        this.cluster = cluster;
        this.changelog = topics.group() + "-state-changelog";
        this.partition = partition;
    }

    /** Reads what was committed so far. */
    static StoredState read(Cluster cluster, Topics topics, int partition) {
        StoredState state = new StoredState(cluster, topics, partition);
        TopicRecords.read(cluster, state.changelog).stream()
                .filter(entry -> entry.partition() == partition)
                .forEach(entry -> state.entries.put(ByteBuffer.wrap(entry.key()), entry.value()));
        return state;
    }

    /** Entries of one kind; {@link EntryKey} lists the kinds. */
    interface Kind {
        boolean is(byte kind);
    }

    /** Writes entries of some kinds as they were before, where they are different now; deletes those that were not there. */
    void takeBack(StoredState before, Kind which) throws InterruptedException {
        List<ProducerRecord<byte[], byte[]>> written = new ArrayList<>();
        entries.forEach((key, value) -> {
            byte[] old = before.entries.get(key);
            if (which.is(key.get(0)) && !java.util.Arrays.equals(old, value)) {
                written.add(new ProducerRecord<>(changelog, partition, key.array(), old));
            }
        });
        TopicRecords.write(cluster, written);
    }

    /** Restores it as a consumer would, changes it, and writes what is different now. */
    void tamper(Consumer<ExchangeState> change) throws InterruptedException {
        ExchangeState state = new ExchangeState();
        entries.forEach((key, value) -> state.restore(key.array(), value));
        state.restored();
        change.accept(state);
        List<ProducerRecord<byte[], byte[]>> written = new ArrayList<>();
        state.drainChanges(new EntryWriter() {
            @Override
            public void put(byte[] key, byte[] value) {
                written.add(new ProducerRecord<>(changelog, partition, key, value));
            }

            @Override
            public void delete(byte[] key) {
                put(key, null);
            }
        });
        TopicRecords.write(cluster, written);
    }
}
