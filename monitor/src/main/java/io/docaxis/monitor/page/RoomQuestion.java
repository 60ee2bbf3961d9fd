package io.docaxis.monitor.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a request about a room may ask. */
final class RoomQuestion {

    static final String PREFIX = "prefix";

    private RoomQuestion() {}

    /** What is wrong with its parameters, and what is allowed; empty: nothing is. */
    static Optional<String> problem(HttpServletRequest request, Rooms rooms) {
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            if (!parameter.getKey().equals(PREFIX)) {
                return Optional.of("parameter '" + parameter.getKey() + "': want one of [" + PREFIX + "]");
            }
            if (parameter.getValue().length > 1) {
                return Optional.of(
                        "parameter '" + PREFIX + "': it is there " + parameter.getValue().length + " times; want one");
            }
        }
        List<String> known = rooms.prefixes();
        String asked = request.getParameter(PREFIX);
        return asked == null || known.contains(asked)
                ? Optional.empty()
                : Optional.of("prefix '" + asked + "': want one of " + known);
    }
}
