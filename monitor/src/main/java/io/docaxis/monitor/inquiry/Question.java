package io.docaxis.monitor.inquiry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The parameters of a request: only such as there are, each once. Whoever misspells one would take everything for what was asked. */
public final class Question {

    /** Of docaxis, where a cluster has several. */
    public static final String PREFIX = "prefix";

    private final Map<String, String[]> parameters;

    private Question(Map<String, String[]> parameters) {
        this.parameters = parameters;
    }

    /**
     * Reads them.
     *
     * @param allowed their names
     * @throws BadQuestionException if there is another, if one is there twice, or if they cannot be decoded
     */
    public static Question of(HttpServletRequest request, String... allowed) {
        return of(parameters(request), allowed);
    }

    static Question of(Map<String, String[]> parameters, String... allowed) {
        Set<String> names = new TreeSet<>(Arrays.asList(allowed));
        parameters.forEach((name, values) -> {
            if (!names.contains(name)) {
                throw new BadQuestionException(
                        "parameter '" + name + "': want " + (names.size() == 1 ? "" : "one of ") + names);
            }
            if (values.length > 1) {
                throw new BadQuestionException(
                        "parameter '" + name + "': it is there " + values.length + " times; want one");
            }
        });
        return new Question(parameters);
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException e) {
            throw new BadQuestionException(
                    "the parameters cannot be decoded: want name=value, joined by '&', with anything"
                            + " but letters and digits as UTF-8 in per cent signs");
        }
    }

    /** As it is written; null: it is not there. */
    public String written(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(written(name));
    }

    /** @throws BadQuestionException if it is there and no whole number of these */
    public long whole(String name, long usual, long least, long most) {
        String written = written(name);
        if (written == null) {
            return usual;
        }
        try {
            long number = Long.parseLong(written);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadQuestionException(name + " '" + written + "': want a whole number from " + least + " to " + most);
    }

    /** @throws BadQuestionException if it is there and neither */
    public boolean flag(String name) {
        String written = written(name);
        if (written == null || written.equals("false")) {
            return false;
        }
        if (written.equals("true")) {
            return true;
        }
        throw new BadQuestionException(name + " '" + written + "': want true or false");
    }

    /** @throws BadQuestionException if it is there and none of these */
    public Optional<String> choice(String name, List<String> allowed) {
        String written = written(name);
        if (written != null && !allowed.contains(written)) {
            throw new BadQuestionException(name + " '" + written + "': want one of " + String.join(", ", allowed));
        }
        return Optional.ofNullable(written);
    }

    /**
     * The prefix that is asked about: may be left out where there is one.
     *
     * @throws BadQuestionException if there is no such prefix, or several and none is named
     * @throws UnknownException if none is named, and none is known
     */
    public String prefix(Prefixes prefixes) {
        SortedSet<String> known = prefixes.get();
        String asked = written(PREFIX);
        if (asked == null && known.isEmpty()) {
            throw new UnknownException("no topics of docaxis are known on this cluster (yet)");
        }
        if (asked == null && known.size() == 1) {
            return known.first();
        }
        if (asked == null || !known.contains(asked)) {
            throw new BadQuestionException((asked == null ? "parameter 'prefix' is missing" : "prefix '" + asked + "'")
                    + ": want one of " + List.copyOf(known));
        }
        return asked;
    }
}
