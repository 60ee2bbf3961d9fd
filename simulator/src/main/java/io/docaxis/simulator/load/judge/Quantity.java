package io.docaxis.simulator.load.judge;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bound as a user writes it: {@code 50ms}, {@code 0.1%}, {@code 1000}.
 *
 * @param value in nanoseconds, in hundredths of the whole, or plain
 */
record Quantity(Kind kind, BigDecimal value) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,15}(?:[.]\\d{1,9})?)\\s*([a-zµ%]*)");
    private static final Map<String, BigDecimal> NANOS = Map.of(
            "ns", BigDecimal.ONE,
            "us", new BigDecimal(1_000),
            "µs", new BigDecimal(1_000),
            "ms", new BigDecimal(1_000_000),
            "s", new BigDecimal(1_000_000_000),
            "m", new BigDecimal(60_000_000_000L),
            "min", new BigDecimal(60_000_000_000L));

    /** What is bounded. */
    enum Kind {
        DURATION,
        SHARE,
        COUNT
    }

    /** Empty where it is none. */
    static Optional<Quantity> read(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        String unit = matcher.group(2);
        if (unit.isEmpty()) {
            return Optional.of(new Quantity(Kind.COUNT, number));
        }
        if (unit.equals("%")) {
            return Optional.of(new Quantity(Kind.SHARE, number));
        }
        return Optional.ofNullable(NANOS.get(unit)).map(nanos -> new Quantity(Kind.DURATION, number.multiply(nanos)));
    }
}
