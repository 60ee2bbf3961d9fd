package io.docaxis.simulator.load.judge;

import java.util.Locale;

/** How figures of a load are written. */
public final class Amounts {

    private Amounts() {}

    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Microseconds in the unit that fits, with the three digits that are known: {@code 850 µs}, {@code 12.4 ms}, {@code 4.98 s}. */
    public static String micros(long micros) {
        if (micros < 1_000) {
            return micros + " µs";
        }
        return micros < 999_500 ? digits(micros / 1e3) + " ms" : digits(micros / 1e6) + " s";
    }

    private static String digits(double value) {
        if (value < 9.995) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
        return value < 99.95 ? String.format(Locale.ROOT, "%.1f", value) : String.format(Locale.ROOT, "%,.0f", value);
    }

    /** A share, 0 to 1, in percent with one decimal. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
