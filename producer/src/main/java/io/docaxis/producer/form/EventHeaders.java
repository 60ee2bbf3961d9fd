package io.docaxis.producer.form;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Headers that every record of the events topic gets, in the order in which they were written: text, in UTF-8.
 *
 * @param byName no two of one name
 */
public record EventHeaders(Map<String, String> byName) {

    /** None at all. */
    public static final EventHeaders NONE = new EventHeaders(Map.of());

    /** All of them, names and values: a record has them besides its value. */
    static final int MOST_BYTES = 64 << 10;

    /** docaxis' own, such as the number of a record that cannot be read. */
    private static final String OWN = "docaxis-";

    /** @throws IllegalArgumentException if a name is empty or docaxis' own, or if they are too large */
    public EventHeaders {
        int bytes = 0;
        for (var header : byName.entrySet()) {
            String name = header.getKey();
            if (name.isEmpty()) {
                throw new IllegalArgumentException("header '=" + header.getValue() + "' has no name: want name=value");
            }
            if (name.startsWith(OWN)) {
                throw new IllegalArgumentException(
                        "header '" + name + "': names that begin with '" + OWN + "' are docaxis' own; want another");
            }
            bytes += utf8(name).length + utf8(header.getValue()).length;
        }
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "headers of " + bytes + " bytes in all: want at most " + MOST_BYTES + ", names included");
        }
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /**
     * What somebody wrote, {@code name=value} each: the first equals sign ends the name, and a value may be empty.
     *
     * @throws IllegalArgumentException if one has no name or no equals sign, or a name is there twice
     */
    public static EventHeaders parse(List<String> written) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String each : written) {
            int equals = each.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("header '" + each + "' has no '=': want name=value");
            }
            String name = each.substring(0, equals);
            if (headers.put(name, each.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("header '" + name + "' is there twice: want each name once");
            }
        }
        return new EventHeaders(headers);
    }

    /** A header's value as it goes into the log. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
