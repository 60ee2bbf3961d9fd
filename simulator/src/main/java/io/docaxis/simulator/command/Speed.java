package io.docaxis.simulator.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How fast simulated time goes.
 *
 * @param factor simulated seconds in one of wall clock; 0: as fast as it goes
 */
record Speed(double factor) {

    static final Speed MAX = new Speed(0);

    private static final Pattern FACTOR = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)[xX×]?");

    boolean isMax() {
        return factor == 0;
    }

    /** @throws IllegalArgumentException unless it is {@code max} or a number above 0, with or without an x */
    static Speed parse(String text) {
        if (text.equalsIgnoreCase("max")) {
            return MAX;
        }
        Matcher matcher = FACTOR.matcher(text);
        double factor = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
        if (factor == 0) {
            throw new IllegalArgumentException("'" + text + "': want max, or a factor such as 1x, 60x, 3600x");
        }
        return new Speed(factor);
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<Speed> {
        @Override
        public Speed convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
