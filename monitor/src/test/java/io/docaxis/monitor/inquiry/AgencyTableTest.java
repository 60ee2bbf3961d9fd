package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.monitor.figures.PublishedMoments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AgencyTableTest {

    private final AgencyTable table = new AgencyTable(
            new PublishedMoments(200, 130, 1_000_000)
                    .with("H53", Obligation.RESPOND, Outcome.ON_TIME, 3)
                    .with("H53", Obligation.RESPOND, Outcome.LATE, 1)
                    .with("H53.01", Obligation.RESPOND, Outcome.OVERDUE, 6)
                    .with("H53.01", Obligation.SEND, Outcome.ON_TIME, 60)
                    .with("H01", Obligation.RESPOND, Outcome.LATE, 2)
                    .with("H01", Obligation.RESPOND, Outcome.ON_TIME, 2)
                    .with("G01", Obligation.SEND, Outcome.OPEN, 9)
                    .tally(),
            new AgencyIndex(AgencyCatalogue.of(200, 130)),
            List.of(overdue("H53.01", Obligation.RESPOND, 500), overdue("H01", Obligation.ACKNOWLEDGE, 400)));

    /** The first three codes, and how many there are. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // of H53 3 of 10 and, with what it sends, 63 of 70 are on time; of H01 2 of 4
                "- | - | - | - | H01 H53 G01 | 88",
                "obligation | respond | - | - | H53 H01 G01 | 88",
                "obligation | send | - | - | H53 G01 G02 | 88",
                "level | all | - | - | H01 H53 H53.01 | 418",
                "level | all | obligation | respond | H53.01 H01 H53 | 418",
                "sort | count | - | - | H53 H01 G01 | 88",
                "sort | count | level | all | H53.01 H01 H53 | 418",
                "sort | oldest | - | - | H01 H53 G01 | 88",
                "sort | oldest | obligation | respond | H53 G01 G02 | 88",
                "sort | oldest | level | all | H01 H53.01 G01 | 418",
                "sort | code | - | - | G01 G02 G03 | 88",
                "sort | code | level | all | G01 G01.01 G01.02 | 418",
                "tier | province | - | - | H01 H53 H02 | 63",
                "tier | ministry | - | - | G01 G02 G03 | 22",
                "tier | department | level | all | H53.01 G01.01 G02.01 | 200",
                "tier | commune | level | all | H01.01.01 H02.01.01 H03.01.01 | 130",
                "search | h53 | level | all | H53 H53.01 H53.02 | 5",
                "search | nothing | - | - | - | 0"
            })
    void listsTheWorstFirst(String name, String value, String otherName, String otherValue, String first, int count) {
        Map<String, String> parameters = parameters(name, value, otherName, otherValue);
        List<Integer> rows = table.rows(AgencyQuestion.of(question(parameters)));

        assertThat(rows).hasSize(count);
        assertThat(rows.stream().limit(3).map(table.index()::code))
                .isEqualTo(first == null ? List.of() : List.of(first.split(" ")));
    }

    @Test
    void anAgencyOfLevel1IsShownWithAllBelowItOrAlone() {
        JsonNode with = ask(Map.of("search", "H53"), false).get("agencies").get(0);
        JsonNode alone = ask(Map.of("search", "H53", "level", "all"), true).get("agencies");

        assertThat(with.get("duties").get("respond"))
                .hasToString("{\"on_time\":3,\"late\":1,\"overdue\":6,\"open\":0,\"voided\":0}");
        assertThat(with.get("above").isNull()).isTrue();
        assertThat(with.get("name_vi").asString()).startsWith("UBND");
        assertThat(with.get("tier").asString()).isEqualTo("province");
        assertThat(alone.get(1).get("code").asString()).isEqualTo("H53.01");
        assertThat(alone.get(1).get("above").asString()).isEqualTo("H53");
        assertThat(alone.get(0).get("duties").get("respond").get("overdue").asLong())
                .isZero();
    }

    @Test
    void showsAPageOfThem() {
        JsonNode page = ask(Map.of("sort", "code", "offset", "87", "limit", "3"), false);

        assertThat(page.get("total").asInt()).isEqualTo(88);
        assertThat(page.get("offset").asInt()).isEqualTo(87);
        assertThat(page.get("agencies")).hasSize(1);
        assertThat(page.get("taken_at").asString()).isEqualTo("2023-11-14T22:13:20Z");
    }

    @Test
    void refusesWhatThereIsNot() {
        assertThatThrownBy(() -> AgencyQuestion.of(question(Map.of("tier", "commune"))))
                .isInstanceOf(BadQuestionException.class)
                .hasMessage("tier 'commune': there is none on level 1; want level=all with it");
        assertThatThrownBy(() -> AgencyQuestion.of(question(Map.of("level", "2"))))
                .hasMessage("level '2': want one of 1, all");
        assertThatThrownBy(() -> AgencyQuestion.page(question(Map.of("limit", "0"))))
                .hasMessage("limit '0': want a whole number from 1 to 1000");
    }

    private JsonNode ask(Map<String, String> parameters, boolean all) {
        Question asked = question(parameters);
        return AgenciesJson.of(table, table.rows(AgencyQuestion.of(asked)), all, AgencyQuestion.page(asked));
    }

    private static Map<String, String> parameters(String name, String value, String otherName, String otherValue) {
        Map<String, String> parameters = new HashMap<>();
        if (name != null) {
            parameters.put(name, value);
        }
        if (otherName != null) {
            parameters.put(otherName, otherValue);
        }
        return parameters;
    }

    private static Question question(Map<String, String> parameters) {
        Map<String, String[]> given = new HashMap<>();
        parameters.forEach((name, value) -> given.put(name, new String[] {value}));
        return Question.of(given, AgencyQuestion.PARAMETERS);
    }

    private static LatenessRevision overdue(String debtor, Obligation obligation, long deadline) {
        return Duties.overdue(1, debtor, obligation, deadline);
    }
}
