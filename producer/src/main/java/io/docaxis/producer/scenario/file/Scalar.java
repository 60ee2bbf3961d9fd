package io.docaxis.producer.scenario.file;

import java.time.DateTimeException;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A value in one piece of text. What YAML makes of that text (a number, a date, a time in base 60) plays no part.
 *
 * @param parse throws {@link IllegalArgumentException}, {@link ArithmeticException} or {@link DateTimeException} for a text
 *     that is not allowed
 * @param longest how many characters it may have
 */
record Scalar<T>(String allowed, Function<String, T> parse, int longest) implements Format<T> {

    /** Longer texts are nothing but a story: to take them for a number would take its time. */
    private static final int LONGEST = 100;

    Scalar(String allowed, Function<String, T> parse) {
        this(allowed, parse, LONGEST);
    }

    @Override
    public T read(Place place) {
        if (place.node() instanceof ScalarNode scalar
                && !place.isNothing()
                && scalar.getValue().length() <= longest) {
            try {
                return parse.apply(scalar.getValue().strip());
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
                // said below, with what is allowed
            }
        }
        place.refuse(allowed);
        return null;
    }
}
