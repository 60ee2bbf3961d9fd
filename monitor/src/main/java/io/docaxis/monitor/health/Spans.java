package io.docaxis.monitor.health;

import java.util.Locale;

/** Times and numbers in sentences. */
final class Spans {

    private Spans() {}

    /** To the second below two minutes, else in the two units that matter. */
    static String of(double seconds) {
        long s = Math.round(seconds);
        if (s < 120) {
            return s + " s";
        }
        if (s < 7_200) {
            return s / 60 + " min" + rest(s % 60, "s");
        }
        return s < 172_800
                ? s / 3600 + " h" + rest(s % 3600 / 60, "min")
                : s / 86_400 + " d" + rest(s % 86_400 / 3600, "h");
    }

    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 && value != Math.rint(value) ? "%.2f" : "%,.0f", value);
    }

    /** {@code 1 record}, {@code 2 records}. */
    static String count(double number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String rest(long value, String unit) {
        return value == 0 ? "" : " " + value + " " + unit;
    }
}
