package io.docaxis.producer.scenario.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 2d}, {@code 3h20m}, {@code 45m}, {@code 30s}. */
final class DurationText {

    private static final Pattern PARTS =
            Pattern.compile("(?=.)(?:(\\d{1,5})d)?(?:(\\d{1,5})h)?(?:(\\d{1,5})m)?(?:(\\d{1,7})s)?");
    private static final int[] PART_S = {86_400, 3600, 60, 1};

    private DurationText() {}

    /** @throws IllegalArgumentException if the text is none, ArithmeticException if it is over 68 years */
    static int seconds(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a duration: " + text);
        }
        long seconds = 0;
        for (int i = 0; i < PART_S.length; i++) {
            if (parts.group(i + 1) != null) {
                seconds += Long.parseLong(parts.group(i + 1)) * PART_S[i];
            }
        }
        return Math.toIntExact(seconds);
    }
}
