package io.docaxis.simulator.bench.scale;

import io.docaxis.common.agency.AgencyCatalogue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scenario's text with another number of agencies. */
final class Catalogues {

    private static final Pattern DEPARTMENTS = Pattern.compile("(?m)^  departments: *[0-9_]+.*$");
    private static final Pattern COMMUNES = Pattern.compile("(?m)^  communes: *[0-9_]+.*$");
    /** Communes to a department, about as many as a district has. */
    private static final int COMMUNES_EACH = 5;

    private Catalogues() {}

    /** @throws IllegalArgumentException if there are always more agencies than that, or the text does not name them */
    static String with(String scenario, int agencies) {
        int below = agencies - AgencyCatalogue.level1().size();
        if (below < 0) {
            throw new IllegalArgumentException("agencies: got " + agencies + "; allowed: "
                    + AgencyCatalogue.level1().size() + " or more");
        }
        int departments = (below + COMMUNES_EACH) / (COMMUNES_EACH + 1);
        return replace(
                replace(scenario, DEPARTMENTS, "  departments: " + departments),
                COMMUNES,
                "  communes: " + (below - departments));
    }

    private static String replace(String text, Pattern line, String by) {
        Matcher matcher = line.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("the scenario has no line like '" + line + "'");
        }
        return matcher.replaceFirst(by);
    }
}
