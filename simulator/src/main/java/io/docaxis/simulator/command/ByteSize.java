package io.docaxis.simulator.command;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An amount of bytes, as a user writes it: {@code 500MB}, {@code 10GB} or {@code 8GiB}. */
final class ByteSize implements ITypeConverter<Long> {

    private static final Pattern FORMAT = Pattern.compile("(\\d{1,6})(MB|GB|TB|MiB|GiB|TiB)");
    private static final Map<String, Long> UNITS = Map.of(
            "MB",
            1_000_000L,
            "GB",
            1_000_000_000L,
            "TB",
            1_000_000_000_000L,
            "MiB",
            1L << 20,
            "GiB",
            1L << 30,
            "TiB",
            1L << 40);

    @Override
    public Long convert(String text) {
        Matcher matcher = FORMAT.matcher(text);
        if (matcher.matches() && Long.parseLong(matcher.group(1)) > 0) {
            return Long.parseLong(matcher.group(1)) * UNITS.get(matcher.group(2));
        }
        throw new TypeConversionException("want an amount of bytes above 0, such as 500MB, 10GB or 8GiB");
    }
}
