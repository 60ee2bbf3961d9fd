package io.docaxis.consumer.stream;

import io.docaxis.consumer.state.EntryWriter;
import io.docaxis.consumer.state.ExchangeState;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * One task's {@link ExchangeState} as a store of Kafka Streams: plain memory while records are applied, its changes written
 * to a changelog topic once a commit. One stream thread at a time.
 *
 * <p>Streams calls {@link #flushCache} before it commits a task, on stores that implement {@link CachedStateStore}. That
 * interface is internal to Kafka and named only here; {@code ExchangeStoreTest} fails if an upgrade stops calling it.
 *
 * <p>Streams may abort a task and revive it with this same instance, after a last {@code flushCache} into the transaction
 * that it then aborts. So {@link #close} empties the state: it holds only what was committed and restored. And a store is
 * opened only once, for the reason in {@link RevivedTaskException}.
 */
final class ExchangeStore implements StateStore, CachedStateStore<byte[], byte[]> {

    static final String NAME = "state";

    /** Restoring reads the changelog up to its last closed segment uncompacted, so segments are small. */
    private static final Map<String, String> CHANGELOG =
            Map.of("segment.bytes", String.valueOf(32 << 20), "min.cleanable.dirty.ratio", "0.2");

    /**
     * Threads that are written together ahead of a commit. Measured at 20,000 events a second of 1 KB: 64 take 3 % more processor time, 1,000
     * take 6 % less, and make commits, which write the rest, some 5 ms longer.
     */
    private static final int TOGETHER = 300;

    private final ExchangeState state;
    private final KeyValueStore<Bytes, byte[]> changelog = Stores.keyValueStoreBuilder(
                    ChangelogEnd.supplier(NAME, this::restore), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingEnabled(CHANGELOG)
            .build();
    private final EntryWriter log = new EntryWriter() {
        @Override
        public void put(byte[] key, byte[] value) {
            changelog.put(Bytes.wrap(key), value);
        }

        @Override
        public void delete(byte[] key) {
            changelog.delete(Bytes.wrap(key));
        }
    };

    private Runnable beforeCommit = () -> {};
    private boolean used;
    private boolean restoring;

    private ExchangeStore(StreamSettings settings) {
        state = new ExchangeState(settings.threadsPerPage());
    }

    /** How Streams makes one for each task, with a changelog topic. */
    static StoreBuilder<ExchangeStore> builder(StreamSettings settings) {
        return new Builder(settings);
    }

    /** The state to work on, restored: call when a task begins to run. */
    ExchangeState state() {
        if (restoring) {
            restoring = false;
            state.restored();
        }
        return state;
    }

    /** What to call before a commit, when it is about to be made: it concludes, and what it sends belongs to the commit. */
    void beforeCommit(Runnable callback) {
        beforeCommit = callback;
    }

    /** Whether as many threads have changed as are written ahead of the commit. */
    boolean isToDrain() {
        return state.changedPages() >= TOGETHER;
    }

    /** Writes changed threads, so that the commit is no burst of them. */
    void drainThreads() {
        state.drainThreads(log);
    }

    /** Writes all that changed: for the commit, or shortly before, for cells change again and again. */
    void drainChanges() {
        state.drainChanges(log);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        if (used) {
            throw new RevivedTaskException(context.taskId().toString());
        }
        used = true;
        restoring = true;
        changelog.init(context, root);
    }

    @Override
    public void flushCache() {
        beforeCommit.run();
        drainChanges();
    }

    /** Called where a task becomes a standby, after its commit: there is nothing unwritten then. */
    @Override
    public void clearCache() {
        restoring = true;
        state.restoreMore();
    }

    /** Streams would be told of flushed entries; nobody downstream of this store wants them. */
    @Override
    public boolean setFlushListener(CacheFlushListener<byte[], byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void close() {
        changelog.close();
        state.clear();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return changelog.isOpen();
    }

    private void restore(byte[] key, byte[] value) {
        state.restore(key, value);
    }

    /** Always logged, never cached by Streams. */
    private record Builder(StreamSettings settings) implements StoreBuilder<ExchangeStore> {

        @Override
        public ExchangeStore build() {
            return new ExchangeStore(settings);
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Map<String, String> logConfig() {
            return CHANGELOG;
        }

        @Override
        public boolean loggingEnabled() {
            return true;
        }

        @Override
        public StoreBuilder<ExchangeStore> withCachingEnabled() {
            throw fixed();
        }

        @Override
        public StoreBuilder<ExchangeStore> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<ExchangeStore> withLoggingEnabled(Map<String, String> config) {
            throw fixed();
        }

        @Override
        public StoreBuilder<ExchangeStore> withLoggingDisabled() {
            throw fixed();
        }

        private static UnsupportedOperationException fixed() {
            return new UnsupportedOperationException("store '" + NAME + "': logging and caching are not a choice");
        }
    }
}
