package io.docaxis.monitor.json;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts what may be unknown into JSON: as null then. */
public final class Fields {

    private Fields() {}

    public static void put(ObjectNode node, String name, OptionalLong value) {
        node.put(name, value.isPresent() ? (Long) value.getAsLong() : null);
    }

    public static void put(ObjectNode node, String name, OptionalInt value) {
        node.put(name, value.isPresent() ? (Integer) value.getAsInt() : null);
    }

    public static void put(ObjectNode node, String name, OptionalDouble value) {
        node.put(name, value.isPresent() ? (Double) value.getAsDouble() : null);
    }

    public static void put(ObjectNode node, String name, Optional<String> value) {
        node.put(name, value.orElse(null));
    }

    public static void add(ArrayNode array, OptionalLong value) {
        if (value.isPresent()) {
            array.add(value.getAsLong());
        } else {
            array.addNull();
        }
    }

    /** A number of which NaN is unknown; whole ones without a point. */
    public static void add(ArrayNode array, double value) {
        if (Double.isNaN(value)) {
            array.addNull();
        } else if (value == Math.rint(value)) {
            array.add((long) value);
        } else {
            array.add(value);
        }
    }

    /** A constant as programs read it. */
    public static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
