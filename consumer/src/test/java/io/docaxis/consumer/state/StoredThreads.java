package io.docaxis.consumer.state;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** The threads of a state as they would be stored: with which others, makes no difference here. */
public final class StoredThreads {

    private StoredThreads() {}

    /** By number, each without its page. */
    public static Map<Long, ByteBuffer> of(ExchangeState state) {
        ThreadCodec codec = new ThreadCodec(new RowPool());
        Map<Long, ByteBuffer> threads = new TreeMap<>();
        state.forEachThread(thread -> threads.put(thread.key, ByteBuffer.wrap(stored(codec, thread))));
        return threads;
    }

    private static byte[] stored(ThreadCodec codec, ThreadState thread) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            codec.write(thread, out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
