package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.monitor.figures.PublishedMoments;
import io.docaxis.monitor.figures.ResponseFigures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is late, as a monitor that has looked on knows it. */
class LateMomentTest {

    private static final long NOW = 10_000_000;
    private static final int DAY = (int) (NOW / 86_400);

    private final LatenessRevision last = Duties.overdue(1, "H53", Obligation.RESPOND, NOW - 60);
    private final LatenessRevision second = Duties.overdue(2, "H52", Obligation.ACKNOWLEDGE, NOW - 5_000);
    private final LatenessRevision worst =
            Duties.overdue(3, "H53.01", Obligation.SEND, NOW - PublishedMoments.HORIZON_S - 1);
    private final PublishedMoments moments = new PublishedMoments(200, 0, NOW);

    @Test
    void saysOfWhenItIsAndWhichVersion() {
        JsonNode json = ask(Map.of());

        assertThat(json.get("taken_at").asString()).isEqualTo("2023-11-14T22:13:20Z");
        assertThat(json.get("version").asLong()).isEqualTo(42);
        assertThat(json.get("run").asString()).isEqualTo("run");
        assertThat(json.get("overdue").asLong()).isEqualTo(3);
        assertThat(json.get("final").asLong()).isEqualTo(1);
        assertThat(json.get("clock_doubtful").asLong()).isZero();
        assertThat(json.get("problem").isNull()).isTrue();
        assertThat(json.get("unknown")).isEmpty();
        assertThat(threads(json)).containsExactly(3L, 2L, 1L);
    }

    /** G01 asked all of them; the day of a date is no clock's. */
    @Test
    void marksDutiesThatStandOnADoubtfulClock() {
        moments.withDoubtfulClock("G01", DAY);
        JsonNode json = ask(Map.of());

        assertThat(json.get("clock_doubtful").asLong()).isEqualTo(1);
        assertThat(json.get("duties").get(0).get("clock_doubtful").asBoolean()).isFalse();
        assertThat(json.get("duties").get(1).get("clock_doubtful").asBoolean()).isTrue();
        assertThat(LateJson.of(LateMoment.read(moment(Map.of()).late(), 1), new ListPage(0, 1))
                        .get("duties")
                        .get(0)
                        .get("clock_doubtful")
                        .isNull())
                .as("read from topics")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | - | - | - | 3 2 1",
                "sort | overdue | - | - | 3 2 1",
                "sort | deadline | - | - | 1 2 3",
                "sort | agency | - | - | 2 1 3",
                "sort | obligation | - | - | 3 2 1",
                "known | final | - | - | 3",
                "known | provisional | - | - | 1",
                "known | uncertain | - | - | -",
                "agency | H53 | sort | agency | 1 3",
                "offset | 1 | limit | 1 | 2",
                "offset | 3 | - | - | -",
                "limit | 0 | - | - | -"
            })
    void listsWhatIsAskedForInTheOrderThatIs(
            String name, String value, String otherName, String otherValue, String threads) {
        Map<String, String> parameters = new HashMap<>();
        if (name != null) {
            parameters.put(name, value);
        }
        if (otherName != null) {
            parameters.put(otherName, otherValue);
        }
        List<Long> wanted = threads == null
                ? List.of()
                : List.of(threads.split(" ")).stream().map(Long::valueOf).toList();
        assertThat(threads(ask(parameters))).isEqualTo(wanted);
    }

    @Test
    void countsAreOfAllThatAreAskedForWhateverIsShown() {
        assertThat(ask(Map.of("limit", "0")).get("overdue").asLong()).isEqualTo(3);
        assertThat(ask(Map.of("known", "final")).get("overdue").asLong()).isEqualTo(1);
        assertThat(ask(Map.of("known", "final")).get("provisional").asLong()).isZero();
    }

    @Test
    void refusesWhatThereIsNot() {
        assertThatThrownBy(() -> ask(Map.of("agency", "H53.99")))
                .isInstanceOf(BadQuestionException.class)
                .hasMessageContaining("the run has no such agency");
        assertThatThrownBy(() -> ask(Map.of("known", "Final")))
                .hasMessage("known 'Final': want one of provisional, confirmed, final, uncertain");
        assertThatThrownBy(() -> ask(Map.of("sort", "worst")))
                .hasMessage("sort 'worst': want one of overdue, agency, obligation, deadline");
        assertThatThrownBy(() -> ask(Map.of("limit", "10001")))
                .hasMessage("limit '10001': want a whole number from 0 to 10000");
    }

    @Test
    void theWorstAreThoseThatAListWouldBeginWith() {
        LatenessRevision[] many = IntStream.range(0, 500)
                .mapToObj(i -> Duties.overdue(i, "H53", Obligation.RESPOND, NOW - 1 - (i * 7_919L) % 700_000))
                .toArray(LatenessRevision[]::new);
        ResponseFigures known = moments.response(1, many);
        WhoIsLate all = LateMoment.of(known, LateFilter.NONE).late();
        WorstDuties worst = WorstDuties.of(known, 50);

        assertThat(worst.duties())
                .extracting(WorstDuties.Listed::duty)
                .isEqualTo(all.duties().subList(0, 50));
        assertThat(worst.overdue()).isEqualTo(500);
        for (OverdueAsKnown as : OverdueAsKnown.values()) {
            assertThat(worst.count(as)).isPositive().isEqualTo(all.count(as));
        }
        assertThat(worst.uncertain()).isZero();
    }

    private ObjectNode ask(Map<String, String> parameters) {
        Question asked = question(parameters);
        return LateJson.of(moment(parameters), LateQuestion.page(asked));
    }

    private LateMoment moment(Map<String, String> parameters) {
        LateQuestion question = LateQuestion.of(question(parameters));
        return LateMoment.of(moments.response(42, last, second, worst), question.filter())
                .arranged(question);
    }

    private static Question question(Map<String, String> parameters) {
        Map<String, String[]> given = new HashMap<>();
        parameters.forEach((name, value) -> given.put(name, new String[] {value}));
        return Question.of(given, LateQuestion.PARAMETERS);
    }

    private static List<Long> threads(JsonNode json) {
        return json.get("duties")
                .valueStream()
                .map(duty -> duty.get("thread").asLong())
                .toList();
    }
}
