package io.docaxis.simulator.planted;

import io.docaxis.simulator.verdict.Finding;
import io.docaxis.simulator.verdict.ObligationDifference;
import io.docaxis.simulator.verdict.Verdict;

/** What the verdict made of a planted error. */
public record Judged(PlantedError error, Letter letter, Verdict verdict) {

    /** Whether it names the letter that the error was planted in, as what the error makes of it, and no other. */
    public boolean isRight() {
        if (error.leaves().isEmpty()) {
            return verdict.finding() == Finding.EXACT;
        }
        ObligationDifference.Kind kind = error.leaves().get();
        return verdict.finding() == Finding.DIFFERS
                && !verdict.more()
                && !verdict.obligations().isEmpty()
                && verdict.obligations().stream().allMatch(each -> each.kind() == kind && isOfTheLetter(each));
    }

    private boolean isOfTheLetter(ObligationDifference difference) {
        return difference.either().thread() == letter.content().thread
                && difference.either().document() == letter.content().document;
    }
}
