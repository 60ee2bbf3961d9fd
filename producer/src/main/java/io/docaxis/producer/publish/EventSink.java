package io.docaxis.producer.publish;

import com.google.protobuf.MessageLite;
import io.docaxis.common.event.EventKind;
import io.docaxis.producer.emission.Delivery;
import java.util.concurrent.TimeUnit;

/** Takes what a source sends, in its order. Called by the source's sending thread alone; instants are of its {@link Clock}. */
interface EventSink {

    /** Wall-clock time after which a silent partition is told how far the source's clock has come: at most four a second. */
    long TICK_NS = TimeUnit.MILLISECONDS.toNanos(250);

    /** No instant. */
    long NOTHING_WAITS = Long.MAX_VALUE;

    /** Whether the log has a delivery, the next in order, from before a restart; what is dropped counts with what is around it. */
    boolean isThere(Delivery delivery);

    /**
     * Takes one delivery; false: it is not to be sent, for it is dropped, or the log has it from before a restart.
     *
     * @param intendedAtNs when it was wanted in the log
     */
    boolean send(Delivery delivery, long intendedAtNs, long nowNs);

    /**
     * Sends on what waits for company, unless more comes before it has waited enough.
     *
     * @param nextAtNs when the next delivery is wanted, before which none is sent
     * @return when to ask again, a later instant; {@link #NOTHING_WAITS} if nothing waits
     */
    long sendDue(long nowNs, long nextAtNs);

    /** Tells each partition that has heard nothing for {@link #TICK_NS} how far the source's clock has come. */
    void tickSilent(long emittedAt, long nowNs);

    /** Sends a marker to every partition that has nothing of this source yet. */
    void sendToNew(EventKind kind, MessageLite marker, long emittedAt, long nowNs);

    /**
     * Tells every partition what of this source it should have.
     *
     * @param endsAt where the run ends
     */
    void sendEnds(long endsAt, long emittedAt, long nowNs);

    void sendLedger(byte[] key, byte[] value);

    /** Waits until everything sent is acknowledged or failed. */
    void flush();
}
