package io.docaxis.monitor.inquiry;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The agencies of a run as they are searched: codes by number, and names without case and accents. Immutable; some 60 bytes an agency. */
final class AgencyIndex {

    private final AgencyCatalogue agencies;
    private final String[] codes;
    /** Of level 1: code and both names, folded. */
    private final String[] texts;

    AgencyIndex(AgencyCatalogue agencies) {
        this.agencies = agencies;
        codes = IntStream.range(0, agencies.size())
                .mapToObj(number -> agencies.code(number).value())
                .toArray(String[]::new);
        texts = IntStream.range(0, AgencyCatalogue.level1Count())
                .mapToObj(number -> TextFold.fold(codes[number]) + "\n" + TextFold.fold(agencies.name(number)) + "\n"
                        + TextFold.fold(agencies.nameVi(number)))
                .toArray(String[]::new);
    }

    boolean isOf(int departments, int communes) {
        return agencies.departments() == departments && agencies.communes() == communes;
    }

    AgencyCatalogue agencies() {
        return agencies;
    }

    String code(int number) {
        return codes[number];
    }

    /** Whether code or a name of an agency contains what somebody is looking for. */
    IntPredicate containing(String search) {
        String wanted = TextFold.fold(search);
        String ofCode = wanted.toUpperCase(Locale.ROOT);
        return number -> number < texts.length
                ? texts[number].contains(wanted)
                : codes[number].contains(ofCode) || nameContains(number, wanted);
    }

    /** Below level 1 a name is a word and the code. */
    private boolean nameContains(int number, String wanted) {
        String word = agencies.tier(number) == Tier.DEPARTMENT ? "department" : "commune";
        return word.contains(wanted)
                || wanted.contains(" ") && (word + " " + codes[number].toLowerCase(Locale.ROOT)).contains(wanted);
    }
}
