package io.docaxis.simulator.selftest;

import io.docaxis.simulator.report.Wording;
import io.docaxis.simulator.verdict.ObligationDifference;
import io.docaxis.simulator.verdict.Verdict;
import java.util.Locale;
import java.util.stream.Collectors;

/** A detection error in a line or two. */
public final class DetectionText {

    private DetectionText() {}

    public static String of(Detection detection) {
        return String.format(
                Locale.ROOT,
                "%-28s %s%n%-28s verdict: %s%n",
                detection.error().label(),
                detection.isRight() ? "as it should be" : "NOT as it should be",
                "",
                verdict(detection));
    }

    private static String verdict(Detection detection) {
        Verdict verdict = detection.verdict();
        String text = verdict.finding().label();
        if (!verdict.obligations().isEmpty()) {
            text += ", "
                    + verdict.obligations().stream()
                            .collect(Collectors.groupingBy(DetectionText::document, Collectors.counting()))
                            .entrySet()
                            .stream()
                            .map(entry -> entry.getKey() + " in " + Wording.number(entry.getValue()) + " obligations")
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (verdict.more()) {
            text += ", and more than can be named";
        }
        if (detection.error().leaves().isPresent()) {
            text += "; planted in " + detection.document().name();
        }
        return text + verdict.gaps().stream().map(gap -> "; " + gap).collect(Collectors.joining());
    }

    private static String document(ObligationDifference difference) {
        return Wording.words(difference.kind()) + ": thread "
                + difference.either().thread() + " document "
                + difference.either().document();
    }
}
