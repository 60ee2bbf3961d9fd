package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.judge.Proof;
import io.docaxis.simulator.load.judge.Ruling;
import java.util.Locale;

/**
 * The content of {@code junit.xml}, as build servers read it: a test case for each requirement, one for the end of the load, one
 * for its validity and one for its proof. Broken is a failure; what is unknown, invalid or did not come about is an error.
 */
final class LoadJunit {

    private final LoadResult result;
    private final String suite;
    private final StringBuilder cases = new StringBuilder();
    private int tests;
    private int failures;
    private int errors;
    private int skipped;

    private LoadJunit(LoadResult result) {
        this.result = result;
        suite = "docaxis load " + result.asked().scenario();
    }

    static String of(LoadResult result) {
        LoadJunit xml = new LoadJunit(result);
        xml.end();
        xml.validity();
        xml.proof();
        result.rulings().forEach(xml::requirement);
        return xml.text();
    }

    private void end() {
        LoadEnd end = result.end();
        if (end.interrupted()) {
            error("end", "interrupted", "stopped by the user");
        } else if (end.environment().isPresent()) {
            error("end", "environment", end.environment().get());
        } else {
            passed("end");
        }
    }

    private void validity() {
        String reasons = String.join("\n", result.validity().reasons());
        if (result.validity().isDecisive()) {
            error("validity", "invalid", reasons);
        } else if (!result.validity().isValid()) {
            testCase("validity", "<skipped message=\"" + escaped("invalid, and allowed: " + reasons) + "\"/>");
            skipped++;
        } else {
            passed("validity");
        }
    }

    private void proof() {
        String reasons = String.join("\n", result.proof().reasons());
        switch (result.proof().finding()) {
            case EXACT -> passed("proof");
            case DIFFERS -> failure("proof", "differs", reasons);
            case INCOMPLETE -> error("proof", Proof.INCOMPLETE.label(), reasons);
            case NOT_PROVED -> {
                testCase("proof", "<skipped message=\"" + escaped("not proved: " + reasons) + "\"/>");
                skipped++;
            }
        }
    }

    private void requirement(Ruling ruling) {
        switch (ruling.finding()) {
            case HELD -> passed(ruling.requirement());
            case BROKEN -> failure(ruling.requirement(), "broken", "measured: " + ruling.measured());
            case UNKNOWN -> error(ruling.requirement(), "unknown", "nothing was measured: it is not known to be held");
        }
    }

    private void passed(String name) {
        testCase(name, "");
    }

    private void failure(String name, String type, String text) {
        failures++;
        testCase(name, verdict("failure", type, text));
    }

    private void error(String name, String type, String text) {
        errors++;
        testCase(name, verdict("error", type, text));
    }

    private static String verdict(String element, String type, String text) {
        String first = text.lines().findFirst().orElse(type);
        return "<" + element + " type=\"" + type + "\" message=\"" + escaped(first) + "\">" + escaped(text) + "</"
                + element + ">";
    }

    private void testCase(String name, String inside) {
        tests++;
        cases.append("  <testcase classname=\"docaxis.load\" name=\"").append(escaped(name));
        cases.append("\" time=\"").append(seconds()).append(inside.isEmpty() ? "\"/>" : "\">" + inside + "</testcase>");
        cases.append('\n');
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.3f", result.measured().stretch().seconds());
    }

    private String text() {
        String started = LoadJson.at(result.measured().stretch().startAtNs()).replaceAll("[.]\\d+|Z", "");
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"" + escaped(suite) + "\" tests=\"" + tests
                + "\" failures=\"" + failures + "\" errors=\"" + errors + "\" skipped=\"" + skipped + "\" time=\""
                + seconds() + "\" timestamp=\"" + started + "\">\n" + cases + "</testsuite>\n";
    }

    /** Characters that XML does not have become question marks. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                default -> escaped.appendCodePoint(isXml(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF;
    }
}
