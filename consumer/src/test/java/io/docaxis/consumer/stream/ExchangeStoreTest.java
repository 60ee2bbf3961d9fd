package io.docaxis.consumer.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.tally.Counter;
import io.docaxis.consumer.state.ExchangeState;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class ExchangeStoreTest {

    private final OneSource source = new OneSource();

    /** The contract with Kafka's internals: without this call before a commit nothing would ever be stored. */
    @Test
    void writesItsChangesBeforeEveryCommit() {
        try (DrivenTopology topology = new DrivenTopology(false)) {
            topology.pipe(source.started());
            assertThat(topology.changelog()).isNotEmpty();
            topology.pipe(source.document(1));
            assertThat(topology.changelog())
                    .extracting(record -> (char) record.key()[0])
                    .contains('T', 'P', 'C', 'S');
        }
    }

    @Test
    void isRestoredFromItsChangelogAsItWas() {
        try (DrivenTopology topology = new DrivenTopology(false)) {
            someTraffic(topology);
            ExchangeState restored = new ExchangeState();
            topology.changelog().forEach(record -> restored.restore(record.key(), record.value()));
            restored.restored();
            ExchangeState live = topology.store().state();
            assertThat(restored.threads()).isEqualTo(live.threads()).isPositive();
            assertThat(restored.progress().watermark()).isEqualTo(OneSource.SENT_AT + 3600);
            assertThat(counts(restored)).isEqualTo(counts(live)).contains("applied 3");
        }
    }

    @Test
    void forgetsEverythingWhenItsTaskIsClosed() {
        try (DrivenTopology topology = new DrivenTopology(false)) {
            someTraffic(topology);
            ExchangeStore store = topology.store();
            store.close();
            assertThat(store.isOpen()).isFalse();
            assertThat(store.state().threads()).isZero();
            assertThat(store.state().progress().started()).isFalse();
            assertThat(counts(store.state())).isEmpty();
        }
    }

    /** An aborted task would come back with this same instance, and with the offsets of its life before. */
    @Test
    void refusesASecondLife() {
        try (DrivenTopology topology = new DrivenTopology(false)) {
            ExchangeStore store = topology.store();
            store.close();
            StateStoreContext again = new MockProcessorContext<>().getStateStoreContext();
            assertThatThrownBy(() -> store.init(again, store)).isInstanceOf(RevivedTaskException.class);
        }
    }

    @Test
    void writesThreadsAheadOfTheCommitWherePaced() {
        try (DrivenTopology topology = new DrivenTopology(true)) {
            topology.pipe(source.started());
            topology.pipe(source.document(1));
            assertThat(topology.store().state().changedPages()).isZero();
            List<TestRecord<byte[], byte[]>> written = topology.changelog();
            assertThat(written).extracting(record -> (char) record.key()[0]).contains('T');
        }
    }

    private void someTraffic(DrivenTopology topology) {
        topology.pipe(source.started());
        topology.pipe(source.document(1));
        topology.pipe(source.document(2));
        topology.pipe(source.accepted(1));
    }

    private static List<String> counts(ExchangeState state) {
        List<String> counts = new ArrayList<>();
        for (Counter counter : Counter.values()) {
            if (state.tally().count(counter) != 0) {
                counts.add(counter.label() + " " + state.tally().count(counter));
            }
        }
        return counts;
    }
}
