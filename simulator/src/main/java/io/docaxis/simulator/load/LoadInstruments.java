package io.docaxis.simulator.load;

import io.docaxis.producer.fastsend.SentEvents;
import io.docaxis.producer.publish.SendTimes;
import io.docaxis.simulator.load.consume.HandOver;
import io.docaxis.simulator.load.consume.LatencySink;
import io.docaxis.simulator.load.measure.EventCount;
import io.docaxis.simulator.load.measure.LatencyKind;
import io.docaxis.simulator.load.measure.LoadMeter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Hears from sources and consumers of this process what becomes of events, and has it recorded. Nothing is heard of before {@link
 * #begin}: until then nothing but markers is sent. Called by sending threads, Kafka's clients' and consumers', on their hot paths.
 */
final class LoadInstruments implements SendTimes, LatencySink {

    private final LongSupplier clockNs;
    private final HandOver handOver = new HandOver(this);
    private final AtomicLong lastAcknowledgedAtNs = new AtomicLong(Long.MIN_VALUE);
    private volatile LoadMeter meter;
    private volatile LostRequirements lost;

    /** @param clockNs the process' one clock: nanoseconds since 1970 */
    LoadInstruments(LongSupplier clockNs) {
        this.clockNs = clockNs;
    }

    /** The load starts: from now on all is recorded. */
    void begin(LoadMeter into, LostRequirements requirements) {
        lost = requirements;
        meter = into;
    }

    /** Joins what was sent with what was polled. */
    HandOver handOver() {
        return handOver;
    }

    /** When the newest acknowledgement came; {@link Long#MIN_VALUE}: none did. */
    long lastAcknowledgedAtNs() {
        return lastAcknowledgedAtNs.get();
    }

    @Override
    public void given(long intendedAtNs, long givenAtNs) {
        LoadMeter into = meter;
        into.due(intendedAtNs);
        into.count(EventCount.SENT, givenAtNs, 1);
    }

    @Override
    public void acknowledged(SentEvents events, long requestedAtNs, long acknowledgedAtNs) {
        LoadMeter into = meter;
        boolean isRequestKnown = requestedAtNs != SentEvents.UNKNOWN;
        long requestAtNs = isRequestKnown ? requestedAtNs : LoadMeter.UNKNOWN_AT;
        into.together(() -> {
            for (int i = 0; i < events.count(); i++) {
                long intendedAtNs = events.intendedAtNs(i);
                into.record(LatencyKind.SCHEDULE_SLIP, intendedAtNs, events.slipNs(i));
                into.acknowledged(intendedAtNs, events.givenAtNs(i), events.slipNs(i), requestAtNs, acknowledgedAtNs);
                lost.took(LatencyKind.PUBLISH, intendedAtNs, acknowledgedAtNs - intendedAtNs);
            }
        });
        if (isRequestKnown && events.firstOffset() != SentEvents.UNKNOWN && events.count() > 0) {
            handOver.sent(
                    events.partition(), events.firstOffset(), events.count(), events.intendedAtNs(0), requestedAtNs);
        }
        lastAcknowledgedAtNs.accumulateAndGet(acknowledgedAtNs, Math::max);
    }

    @Override
    public void failed(SentEvents events, Exception cause) {
        LoadMeter into = meter;
        long failedAtNs = clockNs.getAsLong();
        for (int i = 0; i < events.count(); i++) {
            into.record(LatencyKind.SCHEDULE_SLIP, events.intendedAtNs(i), events.slipNs(i));
        }
        into.count(EventCount.FAILED, failedAtNs, events.count());
        lost.failed(events.count());
    }

    @Override
    public void applied(long intendedAtNs, long receivedAtNs, long appliedAtNs) {
        LoadMeter into = meter;
        if (into != null) {
            into.consumed(receivedAtNs, 1);
            into.applied(intendedAtNs, LoadMeter.UNKNOWN_AT, receivedAtNs, appliedAtNs);
            lost.took(LatencyKind.E2E, intendedAtNs, appliedAtNs - intendedAtNs);
        }
    }

    @Override
    public void committed(long intendedAtNs, long committedAtNs) {
        LoadMeter into = meter;
        if (into != null) {
            into.committed(intendedAtNs, committedAtNs);
        }
    }

    @Override
    public void handedOver(long intendedAtNs, long sentAtNs, long receivedAtNs, long records) {
        LoadMeter into = meter;
        if (into != null) {
            into.record(LatencyKind.BROKER_TO_CONSUMER, intendedAtNs, receivedAtNs - sentAtNs, records);
        }
    }
}
