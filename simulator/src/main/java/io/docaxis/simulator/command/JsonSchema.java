package io.docaxis.simulator.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The JSON Schemas that docaxis publishes: {@code docs/schemas}, and the same in the jar. */
enum JsonSchema {
    /** An event as JSON. */
    EVENT,
    /** A load's {@code result.json}. */
    LOAD_RESULT;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The schema itself. */
    String text() {
        try (InputStream in = JsonSchema.class.getResourceAsStream("/schemas/" + label() + ".schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What may be named. */
    static final class Candidates extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Candidates() {
            super(all());
        }
    }

    /** One by its name. */
    static final class Named implements ITypeConverter<JsonSchema> {
        @Override
        public JsonSchema convert(String text) {
            return Arrays.stream(values())
                    .filter(each -> each.label().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("want one of " + String.join(", ", all())));
        }
    }

    private static List<String> all() {
        return Arrays.stream(values()).map(JsonSchema::label).toList();
    }
}
