package io.docaxis.simulator.load.measure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Records what happens to the events of a load: latencies from the intended instant, and counts by second. Instants are epoch
 * nanoseconds by one clock. Each thread writes to a {@link Tape} of its own; reading adds them up. Thread-safe.
 */
public final class LoadMeter {

    /** An instant that nobody knows: what needs it is not recorded. */
    public static final long UNKNOWN_AT = Long.MIN_VALUE;

    private final Stretch stretch;
    private final Set<EventCount> counted;
    private final SecondHistograms seconds = new SecondHistograms();
    private final List<Tape> tapes = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Tape> own = ThreadLocal.withInitial(this::tape);

    /** @param counted what somebody counts; of the rest nothing is known, which is not the same as 0 */
    public LoadMeter(Stretch stretch, Set<EventCount> counted) {
        this.stretch = stretch;
        this.counted = Set.copyOf(counted);
    }

    private Tape tape() {
        Tape tape = new Tape(stretch, seconds);
        tapes.add(tape);
        return tape;
    }

    public Stretch stretch() {
        return stretch;
    }

    /** An event is intended, whether or not it will be sent. */
    public void due(long intendedAtNs) {
        count(EventCount.DUE, intendedAtNs, 1);
    }

    /** An event was given to the client, and was late by {@code slipNs} of the load's own making. */
    public void sent(long intendedAtNs, long givenAtNs, long slipNs) {
        Tape tape = own.get();
        tape.lock();
        try {
            tape.count(EventCount.SENT, givenAtNs, 1);
            tape.latency(LatencyKind.SCHEDULE_SLIP, intendedAtNs, slipNs);
        } finally {
            tape.unlock();
        }
    }

    /**
     * An event was acknowledged.
     *
     * @param slipNs as it was {@link #sent}
     * @param requestAtNs when the request that carries it left, or {@link #UNKNOWN_AT}
     */
    public void acknowledged(long intendedAtNs, long givenAtNs, long slipNs, long requestAtNs, long acknowledgedAtNs) {
        Tape tape = own.get();
        tape.lock();
        try {
            tape.count(EventCount.ACKNOWLEDGED, acknowledgedAtNs, 1);
            tape.latency(LatencyKind.PUBLISH, intendedAtNs, acknowledgedAtNs - intendedAtNs);
            tape.latency(LatencyKind.PUBLISH_FROM_SEND, intendedAtNs, acknowledgedAtNs - givenAtNs);
            if (requestAtNs != UNKNOWN_AT) {
                tape.latency(LatencyKind.CLIENT_BUFFER, intendedAtNs, requestAtNs - intendedAtNs - slipNs);
                tape.latency(LatencyKind.ACKNOWLEDGEMENT, intendedAtNs, acknowledgedAtNs - requestAtNs);
            }
        } finally {
            tape.unlock();
        }
    }

    /** The client gave an event up at this instant. */
    public void failed(long failedAtNs) {
        count(EventCount.FAILED, failedAtNs, 1);
    }

    /** The consumer's poll returned events. */
    public void consumed(long consumedAtNs, long events) {
        count(EventCount.CONSUMED, consumedAtNs, events);
    }

    /**
     * An event was applied, for the first time.
     *
     * @param requestAtNs when the request that carried it left, or {@link #UNKNOWN_AT}
     * @param consumedAtNs when the poll that brought it returned, or {@link #UNKNOWN_AT}
     */
    public void applied(long intendedAtNs, long requestAtNs, long consumedAtNs, long appliedAtNs) {
        Tape tape = own.get();
        tape.lock();
        try {
            tape.count(EventCount.APPLIED, appliedAtNs, 1);
            tape.latency(LatencyKind.E2E, intendedAtNs, appliedAtNs - intendedAtNs);
            if (consumedAtNs != UNKNOWN_AT) {
                tape.latency(LatencyKind.PROCESSING, intendedAtNs, appliedAtNs - consumedAtNs);
                if (requestAtNs != UNKNOWN_AT) {
                    tape.latency(LatencyKind.BROKER_TO_CONSUMER, intendedAtNs, consumedAtNs - requestAtNs);
                }
            }
        } finally {
            tape.unlock();
        }
    }

    /** The transaction of an event was committed. */
    public void committed(long intendedAtNs, long committedAtNs) {
        record(LatencyKind.COMMITTED, intendedAtNs, committedAtNs - intendedAtNs);
    }

    /** One latency of one event. */
    public void record(LatencyKind kind, long intendedAtNs, long latencyNs) {
        record(kind, intendedAtNs, latencyNs, 1);
    }

    /** One latency of several events that go together, and were intended at about one instant. */
    public void record(LatencyKind kind, long intendedAtNs, long latencyNs, long events) {
        Tape tape = own.get();
        tape.lock();
        try {
            tape.latency(kind, intendedAtNs, latencyNs, events);
        } finally {
            tape.unlock();
        }
    }

    /** Events of one instant. */
    public void count(EventCount what, long atNs, long events) {
        if (!counted.contains(what)) {
            throw new IllegalArgumentException(what + " is not counted here: want one of " + counted);
        }
        Tape tape = own.get();
        tape.lock();
        try {
            tape.count(what, atNs, events);
        } finally {
            tape.unlock();
        }
    }

    /** Many records of this thread at once, which is cheaper: others that read wait meanwhile. */
    public void together(Runnable records) {
        Tape tape = own.get();
        tape.lock();
        try {
            records.run();
        } finally {
            tape.unlock();
        }
    }

    /** What is known of one second so far; cheap enough for once a second. */
    public SecondFigures second(int second) {
        tapes.forEach(tape -> seconds.add(tape.taken(second)));
        return figures(second);
    }

    private SecondFigures figures(int second) {
        long[] counts = new long[EventCount.values().length];
        tapes.forEach(tape -> tape.addTo(second, counts));
        return new SecondFigures(second, known(counts), seconds.of(second));
    }

    /** All that was recorded so far. It takes milliseconds, in which threads that record may wait: call it at the end. */
    public Measured measured() {
        return measured(stretch);
    }

    /** The same, of a load that ended early. */
    public Measured measured(Stretch really) {
        tapes.forEach(tape -> seconds.add(tape.taken(-1)));
        Tape.Sum sum = new Tape.Sum();
        tapes.forEach(tape -> tape.addTo(sum));
        Map<LatencyKind, Histogram> latencies = new EnumMap<>(LatencyKind.class);
        Map<LatencyKind, Long> negative = new EnumMap<>(LatencyKind.class);
        for (LatencyKind kind : LatencyKind.values()) {
            if (sum.latencies[kind.ordinal()] != null) {
                latencies.put(kind, sum.latencies[kind.ordinal()]);
            }
            if (sum.negative[kind.ordinal()] > 0) {
                negative.put(kind, sum.negative[kind.ordinal()]);
            }
        }
        List<SecondFigures> all = IntStream.range(0, Math.max(sum.length, seconds.seconds()))
                .mapToObj(this::figures)
                .toList();
        return new Measured(really, latencies, known(sum.measured), all, negative, sum.misplaced);
    }

    private Map<EventCount, Long> known(long[] counts) {
        Map<EventCount, Long> known = new EnumMap<>(EventCount.class);
        counted.forEach(what -> known.put(what, counts[what.ordinal()]));
        return known;
    }
}
