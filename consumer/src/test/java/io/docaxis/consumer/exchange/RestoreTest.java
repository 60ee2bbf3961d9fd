package io.docaxis.consumer.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.obligation.Rules;
import io.docaxis.common.tally.Tally;
import io.docaxis.consumer.state.EntryWriter;
import io.docaxis.consumer.state.ExchangeState;
import io.docaxis.consumer.state.StoredThreads;
import io.docaxis.consumer.state.StoredVersionException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The state drained to a store and taken back from it, at any point. */
class RestoreTest {

    static final Rules FORGETFUL = new Rules(2 * RandomStream.DAY_S, 3, false, true, 14_400, 7_200, 3_600);

    /** A change-logged store: what a drain writes, in the order of keys. */
    static final class Store implements EntryWriter {
        final Map<ByteBuffer, byte[]> entries = new TreeMap<>();
        /** By the last drain; null: deleted. */
        final Map<ByteBuffer, byte[]> written = new TreeMap<>();

        int puts;
        int deletes;

        @Override
        public void put(byte[] key, byte[] value) {
            once(key, value);
            puts++;
            entries.put(ByteBuffer.wrap(key), value);
        }

        @Override
        public void delete(byte[] key) {
            once(key, null);
            deletes++;
            assertThat(entries.remove(ByteBuffer.wrap(key))).isNotNull();
        }

        private void once(byte[] key, byte[] value) {
            assertThat(written).doesNotContainKey(ByteBuffer.wrap(key));
            written.put(ByteBuffer.wrap(key), value);
        }

        void drain(Partition partition) {
            partition.exchange.conclude();
            drain(partition.state);
        }

        void drain(ExchangeState state) {
            written.clear();
            state.drainChanges(this);
        }

        /** The pages of threads. */
        Map<ByteBuffer, ByteBuffer> threads() {
            Map<ByteBuffer, ByteBuffer> threads = new TreeMap<>();
            entries.forEach((key, value) -> {
                if (key.get(0) == 'T') {
                    threads.put(key, ByteBuffer.wrap(value));
                }
            });
            return threads;
        }

        void restoreInto(ExchangeState state) {
            state.clear();
            entries.forEach((key, value) -> state.restore(key.array(), value));
            state.restored();
        }
    }

    @Test
    void aRestartAtAnyPointChangesNothing() {
        int restarts = 0;
        for (int seed = 0; seed < 200; seed++) {
            var deliveries = RandomStream.disturbed(RandomStream.world(seed, 60, 12), seed, 4 * RandomStream.DAY_S, 10);
            List<byte[]> log = RandomStream.partitions(deliveries, FORGETFUL, 1 + seed % 3, 1, seed)
                    .get(0);
            Partition undisturbed = new Partition();
            undisturbed.applyAll(log);

            Random random = new Random(seed);
            Partition restarted = new Partition();
            Store store = new Store();
            Partition committing = new Partition();
            int committed = 0;
            int said = 0;
            for (int i = 0; i < log.size(); i++) {
                restarted.apply(log.get(i));
                int chance = random.nextInt(40);
                if (chance == 0) {
                    store.drain(restarted);
                    committing.applyAll(log.subList(committed, i + 1));
                    committing.exchange.conclude();
                    committed = i + 1;
                    said = restarted.announced.size();
                } else if (chance == 1) {
                    // what was not committed is lost and read again
                    store.restoreInto(restarted.state);
                    i = committed - 1;
                    restarted
                            .announced
                            .subList(said, restarted.announced.size())
                            .clear();
                    restarts++;
                }
            }
            assertThat(Partition.world(restarted.tally()))
                    .as("seed " + seed)
                    .isEqualTo(Partition.world(undisturbed.tally()));
            committing.applyAll(log.subList(committed, log.size()));
            committing.exchange.conclude();
            assertThat(restarted.exchange.progress().header(1))
                    .as("what was revised since it was concluded depends on when that was")
                    .isEqualTo(committing.exchange.progress().header(1));
            assertThat(committing.exchange.progress().header(1).toBuilder().clearRevisions())
                    .hasToString(undisturbed.exchange.progress().header(1).toBuilder()
                            .clearRevisions()
                            .toString());
            assertThat(restarted.state.threads()).isEqualTo(undisturbed.state.threads());
            assertThat(restarted.late()).as("seed " + seed).isEqualTo(undisturbed.late());
        }
        System.out.println("restarts: " + restarts);
        assertThat(restarts).isPositive();
    }

    @Test
    void restoringGivesTheSameBytesAgain() {
        var deliveries = RandomStream.disturbed(RandomStream.world(5, 60, 12), 5, 4 * RandomStream.DAY_S, 10);
        List<byte[]> log = RandomStream.records(deliveries, FORGETFUL);
        Partition partition = new Partition();
        partition.applyAll(log.subList(0, log.size() / 2));
        Store first = new Store();
        first.drain(partition);
        assertThat(first.puts).isGreaterThan(10);

        ExchangeState restored = new ExchangeState();
        first.restoreInto(restored);
        assertThat(restored.threads()).isEqualTo(partition.state.threads());
        Store again = new Store();
        restored.forEachThread(restored::changed);
        restored.drainThreads(again);
        assertThat(again.threads()).isEqualTo(first.threads());
    }

    @Test
    void anUnchangedStateDrainsNothing() {
        Scene scene = new Scene();
        scene.plain();
        Store store = new Store();
        store.drain(scene.partition);
        assertThat(scene.partition.state.changedPages()).isZero();
        int puts = store.puts;
        store.drain(scene.partition);
        assertThat(store.puts).isEqualTo(puts);
    }

    @Test
    void aThreadBornAndDroppedBetweenTwoDrainsIsNeverWritten() {
        Scene scene = new Scene();
        scene.plain().status(0, "H53", 3, "2023-03-07T10:00").tick("2023-03-20T10:00");
        assertThat(scene.partition.state.threads()).isZero();
        Store store = new Store();
        store.drain(scene.partition);
        assertThat(store.entries.keySet()).noneMatch(key -> key.get(0) == 'T');
        assertThat(store.deletes).isZero();
    }

    @Test
    void aThreadDroppedAndBornAgainBetweenTwoDrainsIsWritten() {
        Scene scene = new Scene();
        Store store = new Store();
        scene.plain().status(0, "H53", 3, "2023-03-07T10:00");
        store.drain(scene.partition);
        scene.tick("2023-03-20T10:00").status(0, "H53", 5, "2023-03-20T11:00");
        store.drain(scene.partition);
        assertThat(store.deletes).isZero();
        assertThat(store.entries.keySet()).anyMatch(key -> key.get(0) == 'T');
        scene.tick("2023-03-28T10:00");
        store.drain(scene.partition);
        assertThat(store.deletes).isEqualTo(1);
        assertThat(store.entries.keySet()).noneMatch(key -> key.get(0) == 'T');
    }

    /** A page goes on with threads that came after others of it were stored, or forgotten. */
    @Test
    void aStandbyFollowsWhatAnotherWrites() {
        int followed = 0;
        for (int seed = 0; seed < 50; seed++) {
            var deliveries = RandomStream.disturbed(RandomStream.world(seed, 60, 12), seed, 4 * RandomStream.DAY_S, 10);
            Random random = new Random(seed);
            Partition active = new Partition();
            Store store = new Store();
            ExchangeState standby = new ExchangeState(1 + seed % 5);
            for (byte[] record : RandomStream.records(deliveries, FORGETFUL)) {
                active.apply(record);
                if (random.nextInt(40) == 0) {
                    store.drain(active);
                    standby.restoreMore();
                    store.written.forEach((key, value) -> standby.restore(key.array(), value));
                    standby.restored();
                    assertThat(StoredThreads.of(standby)).isEqualTo(StoredThreads.of(active.state));
                    assertThat(Partition.world(standby.tally())).isEqualTo(Partition.world(active.tally()));
                    followed++;
                }
            }
        }
        assertThat(followed).isGreaterThan(500);
    }

    /** The page that it would have gone on filling is another's by now. */
    @Test
    void aStandbyThatTakesOverWritesNothingOfItsTimeBefore() {
        Store store = new Store();
        ExchangeState state = new ExchangeState();
        state.changed(state.addThread(1));
        store.drain(state);

        ExchangeState other = new ExchangeState();
        store.restoreInto(other);
        other.drop(other.thread(1));
        other.changed(other.addThread(2));
        store.drain(other);

        state.restoreMore();
        store.written.forEach((key, value) -> state.restore(key.array(), value));
        state.restored();
        state.changed(state.addThread(3));
        store.drain(state);
        ExchangeState restored = new ExchangeState();
        store.restoreInto(restored);
        assertThat(StoredThreads.of(restored).keySet()).containsExactly(2L, 3L);
    }

    @Test
    void everyCellCountsAsChangedForPublishingAfterARestore() {
        Scene scene = new Scene();
        scene.plain();
        Store store = new Store();
        store.drain(scene.partition);
        List<Long> before = published(scene.partition.state);
        assertThat(published(scene.partition.state)).isEmpty();
        store.restoreInto(scene.partition.state);
        assertThat(published(scene.partition.state)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(scene.partition.tally().takeSketchChanged(Tally.PUBLISHED)).isTrue();
    }

    private static List<Long> published(ExchangeState state) {
        List<Long> keys = new ArrayList<>();
        state.tally().takeChanged(Tally.PUBLISHED, cell -> keys.add(cell.key()));
        return keys;
    }

    @Test
    void clearingForgetsEverything() {
        Scene scene = new Scene();
        scene.plain().status(1, "H53", 3, "2023-03-07T10:00");
        scene.partition.state.clear();
        assertThat(scene.partition.exchange.progress().started()).isFalse();
        assertThat(scene.partition.state.progress().watermark()).isZero();
        assertThat(scene.partition.state.threads()).isZero();
        assertThat(scene.partition.tally().sorted()).isEmpty();
        Store store = new Store();
        store.drain(scene.partition);
        assertThat(store.puts + store.deletes).isZero();
    }

    @Test
    void storedEntriesOfAnotherVersionAreRefused() {
        ExchangeState state = new ExchangeState();
        byte[] thread = {'T', 0, 0, 0, 0, 0, 0, 0, 1};
        assertThatThrownBy(() -> state.restore(thread, new byte[] {1, 0, 0}))
                .isInstanceOf(StoredVersionException.class)
                .hasMessage("stored page of threads of version 1; want 4");
        byte[] cells = {'C', 0, 0, 0, 0, 0, 0, 0, 1};
        assertThatThrownBy(() -> state.restore(cells, new byte[] {2, 0, 0}))
                .isInstanceOf(StoredVersionException.class)
                .hasMessage("stored page of cells of version 2; want 1");
        assertThatThrownBy(() -> state.restore(new byte[] {'P'}, new byte[] {3, 0, 0}))
                .isInstanceOf(StoredVersionException.class)
                .hasMessage("stored progress of version 3; want 7");
    }
}
