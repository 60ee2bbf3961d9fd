package io.docaxis.simulator.command;

import io.docaxis.producer.form.EventFormat;
import io.docaxis.producer.form.Padding;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options that are one of a few words. */
final class Choices {

    private Choices() {}

    /** How the rate of a load goes over its duration. */
    enum Shape {
        AS_GIVEN,
        OFFICE_DAY
    }

    /** How the events of a load keep to the rate. */
    enum Arriving {
        EVEN,
        POISSON
    }

    /** As a user writes it, and results do. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private abstract static class Choice<E extends Enum<E>> implements ITypeConverter<E> {
        private final E[] all;

        Choice(E[] all) {
            this.all = all;
        }

        @Override
        public E convert(String text) {
            return Arrays.stream(all)
                    .filter(value -> word(value).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            Arrays.stream(all).map(Choices::word).collect(Collectors.joining(" or ", "want ", ""))));
        }
    }

    static final class ShapeChoice extends Choice<Shape> {
        ShapeChoice() {
            super(Shape.values());
        }
    }

    static final class ArrivingChoice extends Choice<Arriving> {
        ArrivingChoice() {
            super(Arriving.values());
        }
    }

    static final class PaddingChoice extends Choice<Padding> {
        PaddingChoice() {
            super(Padding.values());
        }
    }

    static final class FormatChoice extends Choice<EventFormat> {
        FormatChoice() {
            super(EventFormat.values());
        }
    }
}
