package io.docaxis.producer.schedule;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Events in a time.
 *
 * @param perSecond 0 to a billion, fractions too
 */
public record Rate(double perSecond) {

    private static final double MOST = 1e9;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,10}(?:\\.\\d{1,9})?)(k?)/(s|min)");

    /** @throws IllegalArgumentException if it is outside that range */
    public Rate {
        if (!(perSecond >= 0 && perSecond <= MOST)) {
            throw new IllegalArgumentException("rate " + perSecond + "/s: want 0 to 1000000000");
        }
    }

    /**
     * Reads {@code 20000/s}, {@code 20k/s}, {@code 1200/min} or {@code 0.5/s}.
     *
     * @throws IllegalArgumentException for anything else, zero among it
     */
    public static Rate parse(String text) {
        Matcher rate = TEXT.matcher(text);
        if (rate.matches()) {
            double number = Double.parseDouble(rate.group(1)) * (rate.group(2).isEmpty() ? 1 : 1_000);
            double perSecond = rate.group(3).equals("s") ? number : number / 60;
            if (perSecond > 0 && perSecond <= MOST) {
                return new Rate(perSecond);
            }
        }
        throw new IllegalArgumentException(
                "rate '" + text
                        + "': want a number above 0, up to a billion a second, with '/s' or '/min' like '20000/s', '20k/s', '1200/min' or '0.5/s'");
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        String inASecond = plain(perSecond) + "/s";
        return TEXT.matcher(inASecond).matches() ? inASecond : plain(Math.rint(perSecond * 60e6) / 1e6) + "/min";
    }

    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
