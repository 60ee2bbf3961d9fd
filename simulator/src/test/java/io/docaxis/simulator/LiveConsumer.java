package io.docaxis.simulator;

import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.tally.Tally;
import io.docaxis.consumer.exchange.Exchange;
import io.docaxis.consumer.exchange.ExchangeOutput;
import io.docaxis.consumer.exchange.ReadThrough;
import io.docaxis.consumer.state.EntryWriter;
import io.docaxis.consumer.state.ExchangeState;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The consumer of one partition of a live run, as a schedule drawn at random has it: it reads some of the log or stands still, asks for the log's
 * end and gets the answer later, lets the wall clock pass, commits, and restarts at what it committed. Not thread-safe.
 */
final class LiveConsumer implements ExchangeOutput {

    /** The state as it was committed. */
    private static final class Store implements EntryWriter {
        final Map<ByteBuffer, byte[]> entries = new TreeMap<>();

        @Override
        public void put(byte[] key, byte[] value) {
            entries.put(ByteBuffer.wrap(key), value);
        }

        @Override
        public void delete(byte[] key) {
            entries.remove(ByteBuffer.wrap(key));
        }
    }

    private record Answer(long askedAtMs, int end) {}

    /** Of all steps together, in wall-clock time. */
    private static final int STEPS = 400;

    private final LiveLogs logs;
    private final List<LiveLogs.Logged> log;
    private final OpenDuties duties;
    private final SplittableRandom random;
    private final ExchangeState state = new ExchangeState();
    private final Exchange exchange = new Exchange(state, 0, this);
    private final Store store = new Store();
    private final List<Announcement> uncommitted = new ArrayList<>();
    private final List<Announcement> committed = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private ReadThrough read = new ReadThrough();
    private int applied;
    private int appliedCommitted;
    private long nowMs;
    private long standsStillUntilMs;
    private int visible;
    private int restarts;
    private int byWallClock;
    /** Announcements of duties that were fulfilled in the log before. */
    private final List<String> unfounded = new ArrayList<>();

    LiveConsumer(LiveLogs logs, int partition, SplittableRandom random) {
        this.logs = logs;
        this.random = random;
        log = logs.log(partition);
        duties = new OpenDuties(log);
    }

    /** To the end of the run, and the last commit. */
    void play() {
        while (applied < log.size() || visible < log.size()) {
            nowMs += random.nextLong(2 * LiveLogs.WALL_MS / STEPS);
            while (visible < log.size() && log.get(visible).appendedMs() <= nowMs) {
                visible++;
            }
            step();
        }
        commit();
    }

    private void step() {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> poll();
            case 3, 4 -> answers.add(new Answer(nowMs, visible));
            case 5, 6 -> passWallClock();
            case 7, 8 -> commit();
            default -> {
                if (random.nextInt(4) == 0) {
                    restart();
                } else if (random.nextInt(4) == 0) {
                    standsStillUntilMs = nowMs + random.nextLong(LiveLogs.WALL_MS / 4);
                }
            }
        }
    }

    private void poll() {
        if (nowMs < standsStillUntilMs) {
            return;
        }
        int count = random.nextInt(3) == 0 ? random.nextInt(1 + visible - applied) : visible - applied;
        for (int i = 0; i < count; i++) {
            LiveLogs.Logged logged = log.get(applied++);
            byte[] value = logged.value();
            exchange.apply(value, 0, value.length, applied - 1, logged::numberOrNull);
        }
    }

    private void passWallClock() {
        while (!answers.isEmpty() && random.nextInt(3) != 0) {
            Answer answer = answers.remove();
            read.logEnded(answer.askedAtMs, answer.end);
        }
        long throughMs = read.applied(applied);
        if (throughMs != ReadThrough.NEVER) {
            exchange.passLive(throughMs);
        }
    }

    private void commit() {
        exchange.conclude();
        state.drainChanges(store);
        committed.addAll(uncommitted);
        uncommitted.clear();
        appliedCommitted = applied;
    }

    private void restart() {
        restarts++;
        state.clear();
        store.entries.forEach((key, value) -> state.restore(key.array(), value));
        state.restored();
        uncommitted.clear();
        answers.clear();
        read = new ReadThrough();
        applied = appliedCommitted;
    }

    @Override
    public void deadLetter(Unreadable reason, long offset) {
        // counted in the tally
    }

    @Override
    public void lateness(byte[] key, byte[] value) {
        Announcement announcement = Announcement.of(key, value);
        uncommitted.add(announcement);
        Lateness said = announcement.said();
        boolean wallClockAlone =
                said.getDeadline() >= said.getWatermark() && said.getDeadline() < said.getAnnouncedUntil();
        if (said.getKind() == Lateness.Kind.OVERDUE && wallClockAlone) {
            byWallClock++;
            if (!duties.isOpen(announcement.key(), logged(logs.passedMs(said.getDeadline())), applied)) {
                unfounded.add(announcement.key());
            }
        }
    }

    /** How many records the log had at an instant. */
    private int logged(long atMs) {
        int count = 0;
        while (count < log.size() && log.get(count).appendedMs() <= atMs) {
            count++;
        }
        return count;
    }

    Tally tally() {
        return exchange.tally();
    }

    int restarts() {
        return restarts;
    }

    int byWallClock() {
        return byWallClock;
    }

    List<String> unfounded() {
        return unfounded;
    }

    /** Of what was committed: what follows an overdue. */
    long corrections() {
        return committed.stream()
                .filter(announcement -> announcement.said().getRevision() > 1)
                .count();
    }

    /** By duty, what the last revision says of those that are late; revisions have to be without gap. */
    Map<String, String> late() {
        return late(committed);
    }

    static Map<String, String> late(List<Announcement> all) {
        Map<String, Integer> revisions = new HashMap<>();
        Map<String, String> late = new TreeMap<>();
        for (Announcement announcement : all) {
            Lateness said = announcement.said();
            int revision = revisions.merge(announcement.key(), 1, Integer::sum);
            if (revision != said.getRevision()) {
                throw new AssertionError(
                        announcement.key() + ": revision " + said.getRevision() + " where " + revision + " is next");
            }
            if (said.getKind() == Lateness.Kind.WITHDRAWN) {
                late.remove(announcement.key());
            } else {
                late.put(announcement.key(), said.getDeadline() + " " + said.getLateByS());
            }
        }
        return late;
    }
}
