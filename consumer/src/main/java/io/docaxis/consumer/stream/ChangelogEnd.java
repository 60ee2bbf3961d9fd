package io.docaxis.consumer.stream;

import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The inside of a change-logged store that keeps nothing: Streams' wrapping logs what is put, this drops it, and what is
 * restored goes to a callback. Nothing can be read from it.
 */
final class ChangelogEnd implements KeyValueStore<Bytes, byte[]> {

    private final String name;
    private final BiConsumer<byte[], byte[]> restored;
    private final Position nowhere = Position.emptyPosition();
    private boolean open;

    private ChangelogEnd(String name, BiConsumer<byte[], byte[]> restored) {
        this.name = name;
        this.restored = restored;
    }

    /** What Streams' store builders take; the callback gets each logged key with its value, null where it was deleted. */
    static KeyValueBytesStoreSupplier supplier(String name, BiConsumer<byte[], byte[]> restored) {
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new ChangelogEnd(name, restored);
            }

            @Override
            public String metricsScope() {
                return "changelog-end";
            }
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, restored::accept);
        open = true;
    }

    @Override
    public void put(Bytes key, byte[] value) {
        // logged by the wrapping; the state itself is elsewhere
    }

    @Override
    public byte[] delete(Bytes key) {
        return null;
    }

    /** The wrapping asks for it on every put. */
    @Override
    public Position getPosition() {
        return nowhere;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        throw unreadable();
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        throw unreadable();
    }

    @Override
    public byte[] get(Bytes key) {
        throw unreadable();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        throw unreadable();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw unreadable();
    }

    @Override
    public long approximateNumEntries() {
        throw unreadable();
    }

    private UnsupportedOperationException unreadable() {
        return new UnsupportedOperationException("store '" + name + "' only logs changes; its state is not read here");
    }
}
