package io.docaxis.simulator.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time between two rounds, as a user writes it: a number of seconds or minutes, such as 5s or 2m. */
final class Interval implements ITypeConverter<Duration> {

    private static final Pattern FORMAT = Pattern.compile("(\\d{1,3})(s|m)");
    private static final Duration MOST = Duration.ofMinutes(5);

    @Override
    public Duration convert(String text) {
        Matcher matcher = FORMAT.matcher(text);
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            Duration interval = matcher.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMinutes(number);
            if (!interval.isZero() && interval.compareTo(MOST) <= 0) {
                return interval;
            }
        }
        throw new TypeConversionException("want 1s to 300s, or 1m to 5m");
    }
}
