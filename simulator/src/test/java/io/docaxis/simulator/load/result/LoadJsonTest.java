package io.docaxis.simulator.load.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The result as JSON against the published schema, judged by a validator that is not docaxis' own. */
class LoadJsonTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Schema schema = schema();

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("../docs/schemas/load-result.schema.json")), InputFormat.JSON);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> problems(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void isAsItsSchemaHasIt() {
        LoadResult whole = SampleLoad.whole("e2e.p99 < 50ms, failed < 0.1%");

        assertThat(problems(LoadJson.of(whole))).isEmpty();
        assertThat(problems(LoadJson.of(SampleLoad.ending(whole, LoadEnd.byBreach("e2e.p99 < 50ms")))))
                .isEmpty();
        assertThat(problems(LoadJson.of(SampleLoad.unknown()))).isEmpty();
        assertThat(problems(LoadJson.of(SampleLoad.drained(whole, -0.02)))).isEmpty();
    }

    @Test
    void anInterruptedLoadIsMarkedAndAsTheSchemaHasIt() {
        String json = LoadJson.of(SampleLoad.ending(SampleLoad.whole(), LoadEnd.INTERRUPTED));

        assertThat(problems(json)).isEmpty();
        assertThat(MAPPER.readTree(json).get("verdict").asString()).isEqualTo("interrupted");
        assertThat(MAPPER.readTree(json).get("end").get("interrupted").asBoolean())
                .isTrue();
    }

    @Test
    void whatIsUnknownIsNull() {
        JsonNode json = MAPPER.readTree(LoadJson.of(SampleLoad.unknown()));

        assertThat(json.get("books").get("offered").isNull()).isTrue();
        assertThat(json.get("latencies").get("e2e").isNull()).isTrue();
        assertThat(json.get("measured").get("applied").isNull()).isTrue();
        assertThat(json.get("group").isNull()).isTrue();
        assertThat(json.get("usage").get("others_share").isNull()).isTrue();
        assertThat(json.get("requirements").get(0).get("measured").isNull()).isTrue();
    }

    /** Every object refuses what it does not know, wants all that it has, and every value refuses another type. */
    @Test
    void theSchemaLetsNothingElsePass() {
        String json = LoadJson.of(SampleLoad.whole("e2e.p99 < 50ms"));
        List<String> passed = new ArrayList<>();
        int tried = 0;
        for (String place : places(MAPPER.readTree(json), "")) {
            for (Change change : Change.values()) {
                ObjectNode root = (ObjectNode) MAPPER.readTree(json);
                if (change.made(root.at(place))) {
                    tried++;
                    if (problems(root.toString()).isEmpty()) {
                        passed.add(change + " at '" + place + "'");
                    }
                }
            }
        }
        assertThat(passed)
                .as("changes that the schema lets pass")
                .containsExactlyInAnyOrder("STRANGER at '/settings'", "LESS at '/settings'");
        assertThat(tried).isGreaterThan(100);
    }

    private enum Change {
        STRANGER,
        LESS,
        OTHER_TYPE;

        boolean made(JsonNode at) {
            if (!(at instanceof ObjectNode node) || node.isEmpty()) {
                return false;
            }
            String first = node.propertyNames().iterator().next();
            switch (this) {
                case STRANGER -> node.put("stranger", "x");
                case LESS -> node.remove(first);
                case OTHER_TYPE -> node.putArray(first).addObject();
            }
            return true;
        }
    }

    /** Pointers to all objects, of each array the first one; parts and roles are names of the user's or system's. */
    private static List<String> places(JsonNode node, String at) {
        List<String> found = new ArrayList<>();
        if (at.equals("/usage/cpu_seconds") || at.equals("/usage/peak_rss_bytes")) {
            return found;
        }
        if (node instanceof ObjectNode) {
            found.add(at);
            node.properties().forEach(entry -> found.addAll(places(entry.getValue(), at + "/" + entry.getKey())));
        }
        if (node instanceof ArrayNode array && !array.isEmpty()) {
            found.addAll(places(array.get(array.size() / 2), at + "/" + array.size() / 2));
        }
        return found;
    }

    @Test
    void theSchemaWantsTheKnownWordsAndNoNegativeFigures() {
        ObjectNode root = (ObjectNode) MAPPER.readTree(LoadJson.of(SampleLoad.whole()));
        root.put("verdict", "fine");
        ((ObjectNode) root.get("books")).put("failed", -1);
        ((ObjectNode) root.get("stretch")).put("started_at", "today");

        assertThat(problems(root.toString())).hasSize(3);
    }
}
