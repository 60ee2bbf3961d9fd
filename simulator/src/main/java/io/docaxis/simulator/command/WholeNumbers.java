package io.docaxis.simulator.command;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options that are whole numbers, each with its bounds: whatever else is written, the user reads what is allowed before anything starts. */
final class WholeNumbers {

    private WholeNumbers() {}

    private static long read(String text, long from, long to, String special) {
        try {
            long value = Long.parseLong(text);
            if (value >= from && value <= to) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new TypeConversionException(
                String.format(Locale.ROOT, "want a whole number from %d to %d%s", from, to, special));
    }

    /** As an {@code int}. */
    private abstract static class Ints implements ITypeConverter<Integer> {
        private final int from;
        private final int to;
        private final String special;

        Ints(int from, int to) {
            this(from, to, "");
        }

        Ints(int from, int to, String special) {
            this.from = from;
            this.to = to;
            this.special = special;
        }

        @Override
        public Integer convert(String text) {
            return (int) read(text, from, to, special);
        }
    }

    /** As a {@code long}. */
    private abstract static class Longs implements ITypeConverter<Long> {
        private final long from;
        private final long to;

        Longs(long from, long to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public Long convert(String text) {
            return read(text, from, to, "");
        }
    }

    static final class Port extends Ints {
        Port() {
            super(0, 65_535, "; 0 is any free port");
        }
    }

    static final class Partitions extends Ints {
        Partitions() {
            super(1, 1_000);
        }
    }

    static final class Threads extends Ints {
        Threads() {
            super(1, 64);
        }
    }

    static final class Sources extends Ints {
        Sources() {
            super(1, Shard.MOST);
        }
    }

    static final class CommitEvery extends Ints {
        CommitEvery() {
            super(1, 60_000, " milliseconds");
        }
    }

    static final class Series extends Ints {
        Series() {
            super(0, 10_000_000);
        }
    }

    static final class Timeout extends Ints {
        Timeout() {
            super(0, 1_000_000, " seconds");
        }
    }

    static final class Seeds extends Ints {
        Seeds() {
            super(1, 1_000);
        }
    }

    static final class Days extends Ints {
        Days() {
            super(2, 366);
        }
    }

    static final class Rounds extends Ints {
        Rounds() {
            super(1, 99);
        }
    }

    static final class LapSeconds extends Ints {
        LapSeconds() {
            super(1, 3_600);
        }
    }

    /** As a scenario file allows it. */
    static final class Seed extends Longs {
        Seed() {
            super(0, Long.MAX_VALUE);
        }
    }

    /** As a scenario file allows it. */
    static final class Documents extends Longs {
        Documents() {
            super(1, 1_000_000_000);
        }
    }

    static final class Limit extends Longs {
        Limit() {
            super(0, 1_000_000_000);
        }
    }

    static final class DrillDocuments extends Longs {
        DrillDocuments() {
            super(1_000, 10_000_000);
        }
    }
}
