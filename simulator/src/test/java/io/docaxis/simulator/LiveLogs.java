package io.docaxis.simulator;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.publish.EventEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the sources of a live run send, and when by the wall clock, which begins at 0: in time, but for windows in which a source is silent, as if it
 * were killed; what was due in them comes when it is back. Not thread-safe.
 */
final class LiveLogs implements PurePipeline.Witness {

    /** So long the whole run takes by the wall clock. */
    static final long WALL_MS = 600_000;

    /** A record in the log of a partition. */
    record Logged(long appendedMs, byte[] value, RecordNumber numberOrNull) {}

    private record Sent(int partition, long emittedAt, byte[] value, RecordNumber numberOrNull) {}

    private final Excerpt excerpt;
    private final SplittableRandom random;
    private final List<List<Sent>> bySource = new ArrayList<>();
    private final long[][] sequences;
    private final List<Live> lives = new ArrayList<>();
    private final List<List<Logged>> logs = new ArrayList<>();

    LiveLogs(Excerpt excerpt, int sources, int partitions, SplittableRandom random) {
        this.excerpt = excerpt;
        this.random = random;
        sequences = new long[sources][partitions];
        long simulatedS = excerpt.endsAt() - excerpt.beginsAt();
        long speed = Math.max(1, simulatedS * 1_000_000 / WALL_MS);
        for (int k = 0; k < sources; k++) {
            bySource.add(new ArrayList<>());
            // up to ten seconds of wall clock
            long allowanceS = random.nextInt(3) == 0 ? 0 : random.nextLong(1 + 10_000 * speed / 1_000_000);
            lives.add(Live.newBuilder()
                    .setSimulatedS(excerpt.beginsAt())
                    .setSpeed(speed)
                    .setAllowanceS(allowanceS)
                    .build());
        }
        for (int p = 0; p < partitions; p++) {
            logs.add(new ArrayList<>());
        }
    }

    @Override
    public void saw(Delivery delivery, byte[] value) {
        int source = (int) (delivery.thread % bySource.size());
        int partition = ThreadKey.partition(ThreadKey.bytes(delivery.thread), logs.size());
        long sequence = ++sequences[source][partition];
        if (value != null) {
            RecordNumber number = delivery.damage == Damage.NONE ? null : new RecordNumber(1, source, sequence);
            bySource.get(source).add(new Sent(partition, delivery.emittedAt, value, number));
        }
    }

    /** Sends everything, start and end markers around it. */
    void send(RunStarted started) {
        for (int k = 0; k < bySource.size(); k++) {
            EventEncoder encoder = new EventEncoder(1, k);
            long at = random.nextInt(4) == 0 ? random.nextLong(WALL_MS / 10) : 0;
            RunStarted marker = started.toBuilder().setLive(lives.get(k)).build();
            toAll(at, encoder.marker(EventKind.RUN_STARTED, marker, excerpt.beginsAt(), 0));
            at = deliver(bySource.get(k), lives.get(k), at);
            at = Math.max(at, WALL_MS) + random.nextLong(WALL_MS / 10);
            for (int p = 0; p < logs.size(); p++) {
                RunEnded ended = RunEnded.newBuilder()
                        .setComplete(true)
                        .setSequence(sequences[k][p])
                        .setEndsAt(excerpt.endsAt())
                        .build();
                logs.get(p).add(new Logged(at, encoder.marker(EventKind.RUN_ENDED, ended, excerpt.endsAt(), 0), null));
            }
        }
        logs.forEach(log -> log.sort(Comparator.comparingLong(Logged::appendedMs)));
    }

    /** Gives when the last was sent. */
    private long deliver(List<Sent> all, Live live, long from) {
        long silentFrom = random.nextLong(WALL_MS);
        long silentTo = silentFrom + random.nextLong(WALL_MS / 2);
        long at = from;
        for (Sent sent : all) {
            long due = (sent.emittedAt - live.getSimulatedS()) * 1_000_000 / live.getSpeed();
            long mayTakeMs = live.getAllowanceS() * 1_000_000 / live.getSpeed();
            long arrives = due + (mayTakeMs == 0 ? 0 : random.nextLong(mayTakeMs));
            at = Math.max(at, due >= silentFrom && due < silentTo ? silentTo : arrives);
            logs.get(sent.partition).add(new Logged(at, sent.value, sent.numberOrNull));
        }
        return at;
    }

    private void toAll(long at, byte[] value) {
        logs.forEach(log -> log.add(new Logged(at, value, null)));
    }

    List<Logged> log(int partition) {
        return logs.get(partition);
    }

    /** The first instant of the wall clock by which a deadline has passed, whichever source one asks, and its allowance with it. */
    long passedMs(long deadline) {
        return lives.stream()
                .mapToLong(live -> -Math.floorDiv(
                        -(deadline + 1 + live.getAllowanceS() - live.getSimulatedS()) * 1_000_000, live.getSpeed()))
                .max()
                .orElseThrow();
    }
}
