package io.docaxis.producer.publish;

import com.google.protobuf.MessageLite;
import io.docaxis.common.event.EventKind;
import io.docaxis.producer.emission.Delivery;
import java.util.ArrayList;
import java.util.List;

/** Keeps when it was given what; whoever makes it may have it collect what comes, and hear of each delivery before it is taken. */
final class RecordedSink implements EventSink {

    /** A delivery. */
    record Given(long emittedAt, boolean dropped, long intendedAtNs, long nowNs) {}

    /** A tick to partitions that are silent. */
    record Tick(long emittedAt, long nowNs) {}

    private final List<Given> given = new ArrayList<>();
    private final List<Tick> ticks = new ArrayList<>();
    private final long lingerNs;
    private final Runnable onSend;
    private long dueAtNs = NOTHING_WAITS;
    private long flushes;

    RecordedSink() {
        this(0, () -> {});
    }

    RecordedSink(long lingerNs, Runnable onSend) {
        this.lingerNs = lingerNs;
        this.onSend = onSend;
    }

    List<Given> given() {
        return given;
    }

    List<Tick> ticks() {
        return ticks;
    }

    /** How often it sent on what it had collected. */
    long flushes() {
        return flushes;
    }

    @Override
    public boolean isThere(Delivery delivery) {
        return false;
    }

    @Override
    public boolean send(Delivery delivery, long intendedAtNs, long nowNs) {
        onSend.run();
        given.add(new Given(delivery.emittedAt, delivery.dropped, intendedAtNs, nowNs));
        if (lingerNs > 0) {
            dueAtNs = Math.min(dueAtNs, nowNs + lingerNs);
        }
        return !delivery.dropped;
    }

    @Override
    public long sendDue(long nowNs, long nextAtNs) {
        if (dueAtNs <= nextAtNs && nextAtNs > nowNs) {
            dueAtNs = NOTHING_WAITS;
            flushes++;
        }
        return dueAtNs;
    }

    @Override
    public void tickSilent(long emittedAt, long nowNs) {
        ticks.add(new Tick(emittedAt, nowNs));
    }

    @Override
    public void sendToNew(EventKind kind, MessageLite marker, long emittedAt, long nowNs) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sendEnds(long endsAt, long emittedAt, long nowNs) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sendLedger(byte[] key, byte[] value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void flush() {
        flushes++;
    }
}
