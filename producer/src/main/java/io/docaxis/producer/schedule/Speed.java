package io.docaxis.producer.schedule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast simulated time passes.
 *
 * @param perMille simulated milliseconds a wall-clock second; 1000 is real time; 0: as fast as it goes
 */
public record Speed(long perMille) {

    /** As fast as it goes. */
    public static final Speed MAX = new Speed(0);

    private static final Pattern TIMES = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,3}))?x?");

    public Speed {
        if (perMille < 0) {
            throw new IllegalArgumentException("speed " + perMille + ": want 0 or more");
        }
    }

    /**
     * Reads {@code max}, {@code 1x}, {@code 3600x} or {@code 0.5x}.
     *
     * @throws IllegalArgumentException for anything else, zero among it
     */
    public static Speed parse(String text) {
        if (text.equals("max")) {
            return MAX;
        }
        Matcher times = TIMES.matcher(text);
        if (times.matches()) {
            String fraction = times.group(2) == null ? "" : times.group(2);
            long perMille = Long.parseLong(times.group(1)) * 1000 + Long.parseLong((fraction + "000").substring(0, 3));
            if (perMille > 0) {
                return new Speed(perMille);
            }
        }
        throw new IllegalArgumentException(
                "speed '" + text + "': want 'max', or a number of times above 0 like '1x' or '3600x'");
    }

    public boolean isMax() {
        return perMille == 0;
    }

    /** Wall-clock nanoseconds that a number of simulated seconds takes. */
    public long wallNs(long simulatedS) {
        long microseconds = Math.multiplyExact(simulatedS, 1_000_000L);
        return Math.multiplyExact(microseconds / perMille, 1_000_000L)
                + microseconds % perMille * 1_000_000L / perMille;
    }

    /** Whole simulated seconds that pass in a number of wall-clock nanoseconds. */
    public long simulatedS(long wallNs) {
        long seconds = wallNs / 1_000_000_000L;
        long microseconds = wallNs % 1_000_000_000L / 1_000L;
        return (seconds * perMille + microseconds * perMille / 1_000_000L) / 1_000L;
    }

    @Override
    public String toString() {
        return isMax() ? "max" : perMille % 1000 == 0 ? perMille / 1000 + "x" : perMille / 1000.0 + "x";
    }
}
