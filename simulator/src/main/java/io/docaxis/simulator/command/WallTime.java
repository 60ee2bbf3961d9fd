package io.docaxis.simulator.command;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time on the wall clock, as a user writes it: {@code 500ms}, {@code 60s}, {@code 5m} or {@code 2h}, up to a week. */
final class WallTime implements ITypeConverter<Duration> {

    private static final Pattern FORMAT = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1));
    private static final Duration MOST = Duration.ofDays(7);

    @Override
    public Duration convert(String text) {
        Matcher matcher = FORMAT.matcher(text);
        if (matcher.matches()) {
            Duration time = UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
            if (time.compareTo(MOST) <= 0) {
                return time;
            }
        }
        throw new TypeConversionException("want a time such as 500ms, 60s, 5m or 2h, up to 168h");
    }
}
