package io.docaxis.simulator.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Connections that follow the page's stream, read by one thread: some at once, some one byte a second, some never. */
final class Viewers implements AutoCloseable {

    private static final byte[] REQUEST =
            "GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
    /** How a message begins. */
    private static final byte[] EVENT = "event: state".getBytes(StandardCharsets.US_ASCII);
    /** Little, so that a viewer who does not read holds the server up soon. */
    private static final int SLOW_BUFFER = 4_096;

    private final Selector selector = Selector.open();
    private final List<SocketChannel> slow = new ArrayList<>();
    private final List<SocketChannel> all = new ArrayList<>();
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 16);
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final Thread reader = new Thread(this::read, "viewers");
    private volatile boolean closed;

    Viewers(int port, int fast, int slowly, int never) throws IOException {
        for (int i = 0; i < fast; i++) {
            SocketChannel channel = connect(port, false);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
        }
        for (int i = 0; i < slowly; i++) {
            SocketChannel channel = connect(port, true);
            channel.configureBlocking(false);
            slow.add(channel);
        }
        for (int i = 0; i < never; i++) {
            connect(port, true);
        }
        reader.start();
    }

    private SocketChannel connect(int port, boolean isSlow) throws IOException {
        SocketChannel channel = SocketChannel.open();
        if (isSlow) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SLOW_BUFFER);
        }
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(ByteBuffer.wrap(REQUEST));
        all.add(channel);
        return channel;
    }

    /** Messages that those have got who read at once; one that came in two pieces may be missed. */
    long messages() {
        return messages.get();
    }

    /** Bytes that they have got. */
    long bytes() {
        return read.get();
    }

    private void read() {
        long slowNs = System.nanoTime();
        try {
            while (!closed) {
                selector.select(key -> receive((SocketChannel) key.channel(), key), 100);
                if (System.nanoTime() - slowNs > 1_000_000_000L) {
                    slowNs = System.nanoTime();
                    for (SocketChannel channel : slow) {
                        channel.read(ByteBuffer.allocate(1));
                    }
                }
            }
            selector.close();
        } catch (IOException | UncheckedIOException e) {
            // the run is over, or the test
        }
    }

    private void receive(SocketChannel channel, SelectionKey key) {
        bytes.clear();
        try {
            if (channel.read(bytes) < 0) {
                key.cancel();
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.flip();
        read.addAndGet(bytes.remaining());
        for (int at = 0; at <= bytes.limit() - EVENT.length; at++) {
            if (bytes.get(at) == 'e' && matches(at)) {
                messages.incrementAndGet();
            }
        }
    }

    private boolean matches(int at) {
        for (int i = 0; i < EVENT.length; i++) {
            if (bytes.get(at + i) != EVENT[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        for (SocketChannel channel : all) {
            channel.close();
        }
    }
}
