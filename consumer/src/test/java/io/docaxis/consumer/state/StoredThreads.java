package io.docaxis.consumer.state;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** The threads of a state as they would be stored: with which others, makes no difference here. */
public final class StoredThreads {

    private StoredThreads() {}

    /** By number, each as if it were alone in its page. */
    public static Map<Long, ByteBuffer> of(ExchangeState state) {
        ThreadPageCodec codec = new ThreadPageCodec(new RowPool());
        Map<Long, ByteBuffer> threads = new TreeMap<>();
        state.forEachThread(thread -> {
            StoredPage<ThreadState> alone = new StoredPage<>(0, 1);
            alone.add(thread);
            threads.put(thread.key, ByteBuffer.wrap(codec.encode(alone)));
        });
        return threads;
    }
}
