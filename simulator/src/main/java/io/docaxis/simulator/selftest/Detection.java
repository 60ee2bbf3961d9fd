package io.docaxis.simulator.selftest;

import io.docaxis.simulator.verdict.Finding;
import io.docaxis.simulator.verdict.ObligationDifference;
import io.docaxis.simulator.verdict.Verdict;

/** What the verdict made of a planted error. */
public record Detection(PlantedError error, LoggedDocument document, Verdict verdict) {

    /** Whether it names the document that the error was planted in, as what the error makes of it, and no other. */
    public boolean isRight() {
        if (error.leaves().isEmpty()) {
            return verdict.finding() == Finding.EXACT;
        }
        ObligationDifference.Kind kind = error.leaves().get();
        return verdict.finding() == Finding.DIFFERS
                && !verdict.more()
                && !verdict.obligations().isEmpty()
                && verdict.obligations().stream().allMatch(each -> each.kind() == kind && isOfTheDocument(each));
    }

    private boolean isOfTheDocument(ObligationDifference difference) {
        return difference.either().thread() == document.content().thread
                && difference.either().document() == document.content().document;
    }
}
