package io.docaxis.monitor.inquiry;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.AgencyCode;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.obligation.Obligation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whose overdue obligations are asked for.
 *
 * @param agency with all below it; empty: of everybody
 * @param obligation empty: all kinds
 */
public record LateFilter(Optional<AgencyCode> agency, Optional<Obligation> obligation) {

    /** All. */
    public static final LateFilter NONE = new LateFilter(Optional.empty(), Optional.empty());

    /** Which agencies can be asked for. */
    public static final String AGENCIES = "the code of a ministry or central agency (G01 to G28), of a province (H01 to"
            + " H63), or of an agency below one of them, such as H53.13 or H53.13.05";

    /**
     * As somebody wrote it.
     *
     * @param agency a code in either form; null: of everybody
     * @param obligation a label; null: all kinds
     * @throws BadQuestionException that says of both what is wrong and what is allowed
     */
    public static LateFilter of(String agency, String obligation) {
        List<String> wrong = new ArrayList<>();
        Optional<AgencyCode> code = Optional.ofNullable(agency).flatMap(LateFilter::parseAgency);
        if (agency != null && code.isEmpty()) {
            wrong.add("agency '" + agency + "': want " + AGENCIES);
        }
        Optional<Obligation> kind = Optional.ofNullable(obligation).flatMap(DutyName::obligation);
        if (obligation != null && kind.isEmpty()) {
            wrong.add("obligation '" + obligation + "': want one of " + DutyName.obligationLabels());
        }
        if (!wrong.isEmpty()) {
            throw new BadQuestionException(String.join("; ", wrong));
        }
        return new LateFilter(code, kind);
    }

    /** The agency of a code in either form; empty: the form is wrong, or there is no such agency on level 1. */
    public static Optional<AgencyCode> parseAgency(String written) {
        try {
            AgencyCode code = AgencyCode.parse(written);
            return AgencyCatalogue.level1().number(level1(code)) < 0 ? Optional.empty() : Optional.of(code);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a run has the agency that is asked for.
     *
     * @throws BadQuestionException if it has not
     */
    void require(AgencyCatalogue agencies) {
        if (agency.isPresent() && agencies.number(agency.get().value()) < 0) {
            throw new BadQuestionException("agency '" + agency.get() + "': the run has no such agency; it has "
                    + AgencyCatalogue.level1Count() + " of level 1, " + agencies.departments() + " departments and "
                    + agencies.communes() + " communes");
        }
    }

    boolean matches(LatenessRevision duty) {
        return agency.map(code -> duty.debtor().equals(code.value())
                                || duty.debtor().startsWith(code + "."))
                        .orElse(true)
                && obligation.map(kind -> duty.duty().obligation() == kind).orElse(true);
    }

    static String level1(AgencyCode code) {
        return code.value().split("\\.")[0];
    }
}
