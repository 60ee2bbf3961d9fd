package io.docaxis.monitor.page;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A viewer at the other end of a connection. Nothing is written before the connection can take it, so no thread ever waits; the memory of a slow viewer is
 * one message, and one that takes nothing for long is cut off by the server. Thread-safe.
 */
final class AsyncViewer implements Viewer, WriteListener, AsyncListener {

    /** After a break a browser comes back so many milliseconds later. */
    private static final byte[] RETRY = "retry: 1000\n\n".getBytes(StandardCharsets.UTF_8);

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<Viewer> gone;
    private byte[] waiting;
    private boolean isReady;
    private boolean isUnflushed;
    private boolean hasMissed;
    private boolean isGone;

    /** @param gone told, maybe more than once, when the connection is no more */
    AsyncViewer(AsyncContext context, Consumer<Viewer> gone) throws IOException {
        this.context = context;
        this.gone = gone;
        out = context.getResponse().getOutputStream();
        context.addListener(this);
    }

    @Override
    public void begin(List<Message> first) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(RETRY);
        first.forEach(message -> bytes.writeBytes(message.bytes()));
        synchronized (this) {
            waiting = bytes.toByteArray();
        }
        out.setWriteListener(this);
    }

    @Override
    public synchronized void offer(Message next, Supplier<Message> all) {
        if (isGone) {
            return;
        }
        if (!isReady || waiting != null) {
            hasMissed = true;
            return;
        }
        try {
            waiting = (hasMissed ? all.get() : next).bytes();
            hasMissed = false;
            write();
        } catch (IOException | RuntimeException e) {
            leave();
        }
    }

    @Override
    public synchronized void onWritePossible() throws IOException {
        isReady = true;
        write();
    }

    /** Writes what waits and flushes it, as far as the connection takes it now. */
    private void write() throws IOException {
        if (waiting != null && out.isReady()) {
            byte[] bytes = waiting;
            waiting = null;
            isUnflushed = true;
            out.write(bytes);
        }
        if (isUnflushed && out.isReady()) {
            isUnflushed = false;
            out.flush();
        }
        isReady = out.isReady();
    }

    @Override
    public synchronized void end() {
        if (!isGone) {
            leave();
        }
    }

    private void leave() {
        isGone = true;
        gone.accept(this);
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // the server has done that
        }
    }

    @Override
    public synchronized void onError(Throwable failure) {
        end();
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        isGone = true;
        gone.accept(this);
    }

    @Override
    public synchronized void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public synchronized void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // it is started once
    }
}
