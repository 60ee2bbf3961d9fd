package io.docaxis.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.monitor.figures.PublishedMoments;
import io.docaxis.monitor.figures.ResponseFigures;
import io.docaxis.monitor.figures.Round;
import io.docaxis.monitor.figures.TallySnapshot;
import io.docaxis.monitor.inquiry.Duties;
import io.docaxis.monitor.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A tally three seconds newer than the last moment at which it is known what is overdue; one agency has duties, all to respond. */
class DutiesOfOneMomentTest {

    private static final long NOW = 10_000_000;
    private static final String DEBTOR = "H53";

    private final LatenessRevision[] overdue = {
        Duties.overdue(1, DEBTOR, Obligation.RESPOND, NOW - 60),
        Duties.overdue(2, DEBTOR, Obligation.RESPOND, NOW - PublishedMoments.HORIZON_S - 1)
    };
    private final ResponseFigures older =
            moment(PublishedMoments.TAKEN_AT_MS, 7, 1, 2, 5, 4).response(1, overdue);
    private final TallySnapshot newer =
            moment(PublishedMoments.TAKEN_AT_MS + 3_000, 9, 3, 6, 8, 10).tally();

    /** @param counts by outcome, in the order of columns */
    private static PublishedMoments moment(long takenAtMs, long... counts) {
        return new PublishedMoments(0, 0, NOW)
                .takenAt(takenAtMs)
                .with(DEBTOR, Obligation.RESPOND, Outcome.ON_TIME, counts[0])
                .with(DEBTOR, Obligation.RESPOND, Outcome.LATE, counts[1])
                .with(DEBTOR, Obligation.RESPOND, Outcome.OVERDUE, counts[2])
                .with(DEBTOR, Obligation.RESPOND, Outcome.OPEN, counts[3])
                .with(DEBTOR, Obligation.RESPOND, Outcome.VOIDED, counts[4]);
    }

    private Moment moment(Optional<ResponseFigures> response) {
        Round round = new Round(newer, Set.of(), List.of(), Optional.empty(), true);
        Optional<String> problem = response.isPresent() ? Optional.empty() : Optional.of("not yet");
        return Moments.of(Optional.empty(), new FiguresView(round, response, problem));
    }

    @Test
    void obligationsAreThoseOfTheMomentAtWhichItIsKnownWhatIsOverdue() {
        JsonNode section = ObligationsSection.of(moment(Optional.of(older)));

        assertThat(section.get("taken_at").asString()).isEqualTo("2023-11-14T22:13:20Z");
        JsonNode respond = respond(section);
        assertThat(outcomes(respond)).containsExactly(7L, 1L, 2L, 5L, 4L);
        assertThat(overdueAsKnown(respond)).as("as many as are overdue").isEqualTo(2);
        assertThat(respond.get("on_time_share").asDouble())
                .as("the older of two is confirmed")
                .isEqualTo(7.0 / (7 + 1 + 1));
        assertThat(respond.get("answered_share").asDouble()).isEqualTo(7.0 / (7 + 1));
    }

    @Test
    void anAgencyAndAPointOfTheHistoryAreOfThatMomentToo() {
        Moment moment = moment(Optional.of(older));

        assertThat(ofTheDebtor(moment)).startsWith(7, 1, 2, 5, 4);
        double[] point = PointRow.of(moment);
        assertThat(point[PointRow.OVERDUE.ordinal()]).isEqualTo(2);
        assertThat(point[PointRow.LATE_RESPOND.ordinal()]).isEqualTo(2 + 1);
        assertThat(point[PointRow.PROVISIONAL.ordinal()]).isEqualTo(1);
    }

    @Test
    void theNewestTallyCountsWhereWhatIsOverdueIsUnknown() {
        Moment moment = moment(Optional.empty());
        JsonNode section = ObligationsSection.of(moment);

        assertThat(section.get("taken_at").asString()).isEqualTo("2023-11-14T22:13:23Z");
        JsonNode respond = respond(section);
        assertThat(outcomes(respond)).containsExactly(9L, 3L, 6L, 8L, 10L);
        assertThat(respond.get("provisional").isNull()).isTrue();
        assertThat(respond.get("answered_share").asDouble()).isEqualTo(9.0 / (9 + 3));
        assertThat(ofTheDebtor(moment)).startsWith(9, 3, 6, 8, 10);
        assertThat(PointRow.of(moment)[PointRow.OVERDUE.ordinal()]).isEqualTo(6);
    }

    private static JsonNode respond(JsonNode section) {
        return section.get("obligations").get(Obligation.RESPOND.ordinal());
    }

    private static List<Long> outcomes(JsonNode obligation) {
        List<Long> counts = new ArrayList<>();
        for (Outcome outcome : List.of(Outcome.ON_TIME, Outcome.LATE, Outcome.OVERDUE, Outcome.OPEN, Outcome.VOIDED)) {
            counts.add(obligation.get(Fields.label(outcome)).asLong());
        }
        return counts;
    }

    private static long overdueAsKnown(JsonNode obligation) {
        long sum = 0;
        for (OverdueAsKnown known : OverdueAsKnown.values()) {
            sum += obligation.get(Fields.label(known)).asLong();
        }
        return sum;
    }

    private static long[] ofTheDebtor(Moment moment) {
        JsonNode duty = AgenciesSection.of(moment)
                .get("rows")
                .get(AgencyCatalogue.level1().number(DEBTOR))
                .get("duties")
                .get(Obligation.RESPOND.ordinal());
        long[] counts = new long[duty.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = duty.get(i).asLong();
        }
        return counts;
    }
}
