package io.docaxis.simulator.result.page;

import io.docaxis.simulator.report.Wording;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Values of JSON as cells of a table. What is null, or not there, is unknown. */
final class JsonCells {

    static final String UNKNOWN = "unknown";

    private JsonCells() {}

    static String number(JsonNode value) {
        return value.isNumber() ? Wording.number(Math.round(value.asDouble())) : UNKNOWN;
    }

    static String share(JsonNode value) {
        return Wording.share(value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty());
    }

    /** Of seconds; below a minute with a tenth. */
    static String duration(JsonNode seconds) {
        if (!seconds.isNumber()) {
            return UNKNOWN;
        }
        double value = seconds.asDouble();
        return value < 60 && value != Math.rint(value)
                ? String.format(Locale.ROOT, "%.1f s", value)
                : Wording.duration(Math.round(value));
    }

    /** An instant without the offset of its zone, and without seconds that are none. */
    static String instant(JsonNode iso) {
        return iso.isString()
                ? iso.asString()
                        .replaceFirst("(Z|[+-]\\d\\d:\\d\\d)$", "")
                        .replaceFirst("(T\\d\\d:\\d\\d):00(\\.0+)?$", "$1")
                        .replace('T', ' ')
                : UNKNOWN;
    }

    static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? UNKNOWN : value.asString();
    }

    /** {@code answer recall} for {@code answer_recall}. */
    static String words(JsonNode name) {
        return text(name).replace('_', ' ');
    }

    static String yesOrNo(JsonNode value) {
        return value.isBoolean() ? value.asBoolean() ? "yes" : "no" : UNKNOWN;
    }

    /** The elements of a list; none where it is unknown. */
    static Stream<JsonNode> each(JsonNode list) {
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty();
    }

    /** The sum of a field over a list; unknown as soon as it is anywhere. */
    static OptionalDouble sum(JsonNode list, String field) {
        if (!list.isArray() || each(list).anyMatch(one -> !one.path(field).isNumber())) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                each(list).mapToDouble(one -> one.path(field).asDouble()).sum());
    }

    static String whole(OptionalDouble value) {
        return value.isPresent() ? Wording.number(Math.round(value.getAsDouble())) : UNKNOWN;
    }
}
