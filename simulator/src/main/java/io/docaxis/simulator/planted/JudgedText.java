package io.docaxis.simulator.planted;

import io.docaxis.simulator.result.Wording;
import io.docaxis.simulator.verdict.ObligationDifference;
import io.docaxis.simulator.verdict.Verdict;
import java.util.Locale;
import java.util.stream.Collectors;

/** A judged error in a line or two. */
public final class JudgedText {

    private JudgedText() {}

    public static String of(Judged judged) {
        return String.format(
                Locale.ROOT,
                "%-28s %s%n%-28s verdict: %s%n",
                judged.error().label(),
                judged.isRight() ? "as it should be" : "NOT as it should be",
                "",
                verdict(judged));
    }

    private static String verdict(Judged judged) {
        Verdict verdict = judged.verdict();
        String text = verdict.finding().label();
        if (!verdict.obligations().isEmpty()) {
            text += ", "
                    + verdict.obligations().stream()
                            .collect(Collectors.groupingBy(JudgedText::document, Collectors.counting()))
                            .entrySet()
                            .stream()
                            .map(entry -> entry.getKey() + " in " + Wording.number(entry.getValue()) + " obligations")
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (verdict.more()) {
            text += ", and more than can be named";
        }
        if (judged.error().leaves().isPresent()) {
            text += "; planted in " + judged.letter().name();
        }
        return text + verdict.gaps().stream().map(gap -> "; " + gap).collect(Collectors.joining());
    }

    private static String document(ObligationDifference difference) {
        return Wording.words(difference.kind()) + ": thread "
                + difference.either().thread() + " document "
                + difference.either().document();
    }
}
