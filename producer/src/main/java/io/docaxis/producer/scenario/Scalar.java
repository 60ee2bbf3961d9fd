package io.docaxis.producer.scenario;

import java.time.DateTimeException;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A value in one piece of text. What YAML makes of that text (a number, a date, a time in base 60) plays no part.
 *
 * @param parse throws {@link IllegalArgumentException}, {@link ArithmeticException} or {@link DateTimeException} for a text
 *     that is not allowed
 */
record Scalar<T>(String allowed, Function<String, T> parse) implements Format<T> {

    @Override
    public T read(Place place) {
        if (place.node() instanceof ScalarNode scalar && !place.isNothing()) {
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
