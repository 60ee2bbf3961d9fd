package io.docaxis.simulator.bench.lag;

import java.util.SplittableRandom;

/** What comes into a log over days that begin with a Monday, and what becomes of it there. */
enum LagTraffic {
    STEADY("steady, day and night", Long.MAX_VALUE, Long.MAX_VALUE) {
        @Override
        void fill(SimulatedLog log, long untilMs, SplittableRandom random) {
            trickle(log, 0, untilMs, 2_000, random);
        }
    },
    OFFICE("office hours, nights, a weekend", Long.MAX_VALUE, Long.MAX_VALUE) {
        @Override
        void fill(SimulatedLog log, long untilMs, SplittableRandom random) {
            office(log, untilMs, 1_000, random);
        }
    },
    BURSTS("1,000 records at once, every hour or so", Long.MAX_VALUE, Long.MAX_VALUE) {
        @Override
        void fill(SimulatedLog log, long untilMs, SplittableRandom random) {
            for (long at = random.nextLong(HOUR_MS); at < untilMs; at += HOUR_MS / 2 + random.nextLong(HOUR_MS)) {
                for (int i = 0; i < 1_000; i++) {
                    log.append(at + i / 100, true, true);
                }
            }
        }
    },
    SELDOM("a record every ten minutes or so", Long.MAX_VALUE, Long.MAX_VALUE) {
        @Override
        void fill(SimulatedLog log, long untilMs, SplittableRandom random) {
            trickle(log, 0, untilMs, 600_000, random);
        }
    },
    TRANSACTIONS("office hours, transactions, one in five aborted", Long.MAX_VALUE, Long.MAX_VALUE) {
        @Override
        void fill(SimulatedLog log, long untilMs, SplittableRandom random) {
            for (long at = 0; at < untilMs; at += 1 + random.nextLong(isOffice(at) ? 20_000 : HOUR_MS)) {
                boolean committed = random.nextInt(5) > 0;
                int records = random.nextInt(20);
                for (int i = 0; i < records; i++) {
                    log.append(at, committed, true);
                }
                // its marker
                log.append(at, false, true);
            }
        }
    },
    DELETIONS("office hours, deleted after a day", 24 * LagTraffic.HOUR_MS, Long.MAX_VALUE) {
        @Override
        void fill(SimulatedLog log, long untilMs, SplittableRandom random) {
            office(log, untilMs, 1_000, random);
        }
    },
    COMPACTION("office hours, compacted after an hour to one in twenty", Long.MAX_VALUE, LagTraffic.HOUR_MS) {
        @Override
        void fill(SimulatedLog log, long untilMs, SplittableRandom random) {
            office(log, untilMs, 1_000, random);
        }
    };

    static final long HOUR_MS = 3_600_000;

    private final String words;
    private final long deletedAfterMs;
    private final long compactedAfterMs;

    LagTraffic(String words, long deletedAfterMs, long compactedAfterMs) {
        this.words = words;
        this.deletedAfterMs = deletedAfterMs;
        this.compactedAfterMs = compactedAfterMs;
    }

    abstract void fill(SimulatedLog log, long untilMs, SplittableRandom random);

    SimulatedLog log(long untilMs, SplittableRandom random) {
        SimulatedLog log = new SimulatedLog(deletedAfterMs, compactedAfterMs);
        fill(log, untilMs, random);
        return log;
    }

    String words() {
        return words;
    }

    private static void trickle(SimulatedLog log, long fromMs, long untilMs, long everyMs, SplittableRandom random) {
        for (long at = fromMs + 1; at < untilMs; at += 1 + random.nextLong(2 * everyMs)) {
            log.append(at, true, random.nextInt(20) == 0);
        }
    }

    private static void office(SimulatedLog log, long untilMs, long everyMs, SplittableRandom random) {
        for (long hour = 0; hour < untilMs; hour += HOUR_MS) {
            if (isOffice(hour)) {
                trickle(log, hour, hour + HOUR_MS, everyMs, random);
            }
        }
    }

    private static boolean isOffice(long ms) {
        long hour = ms / HOUR_MS % 24;
        return ms / (24 * HOUR_MS) % 7 < 5 && (hour >= 8 && hour < 12 || hour >= 13 && hour < 17);
    }
}
