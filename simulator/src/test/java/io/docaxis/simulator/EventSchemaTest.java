package io.docaxis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.form.EventFormat;
import io.docaxis.producer.form.EventHeaders;
import io.docaxis.producer.form.Padding;
import io.docaxis.producer.form.RecordSize;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.EventEncoder;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as JSON are as their published schema says, by the word of a validator that is not ours. */
class EventSchemaTest {

    private static final Path FILE = Path.of("../docs/schemas/event.schema.json");
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Schema PUBLISHED = schema(published());
    /** The same, and what it does not name may not be there. */
    private static final Schema CLOSED = schema(closed());

    /** Events of a scenario that are all validated; of the others rare ones, and each of so many. */
    private static final int ALL = 1_500;

    private static final int EVERY = 25;

    private final EventEncoder encoder = encoder("quiet-day");

    @ParameterizedTest
    @MethodSource("io.docaxis.producer.scenario.file.Scenarios#names")
    void eventsOfEveryShippedScenarioAreValid(String name) {
        Scenario scenario = Scenarios.read(name);
        World world = new World(name.equals("national-2023") ? scenario.scaled(60_000) : scenario, scenario.seed());
        EventForm form = EventForm.of(
                EventFormat.JSON, Optional.of(RecordSize.parse("300B..3KB")), Padding.TEXT, EventHeaders.NONE, world);
        EventEncoder its = new EventEncoder(-1, 0, form);
        RunStarted started = new RunIdentity(world.scenario(), world.seed(), 1).runStarted();
        valid(its.marker(EventKind.RUN_STARTED, started, world.startsAt(), 0));
        Emission emission = new Emission(world, 0, 1, new Ledger(world));
        Delivery delivery = new Delivery();
        Map<Damage, Integer> seen = new EnumMap<>(Damage.class);
        long validated = 0;
        for (long sequence = 1; emission.next(delivery); sequence++) {
            int before = seen.merge(delivery.damage, 1, Integer::sum);
            if (before > ALL && before % EVERY != 0 && !isRare(delivery)) {
                continue;
            }
            its.envelope(sequence, delivery.emittedAt, 1_795_867_200_000_000_000L + sequence * 50_000);
            byte[] value = its.value(delivery);
            switch (delivery.damage) {
                case NONE -> {
                    valid(value);
                    validated++;
                }
                case UNKNOWN_KIND -> assertThat(errors(PUBLISHED, text(value))).contains("/kind");
                case GARBAGE, CORRUPT_COPY -> assertThat(value).isNotEmpty();
            }
        }
        System.out.printf("%s: %,d events valid, %s deliveries%n", name, validated, seen);
        assertThat(validated).isPositive();
    }

    /** Whether it has what few events have. */
    private static boolean isRare(Delivery delivery) {
        DocumentSent document = delivery.document;
        return document == null
                ? delivery.status.receiverCode != null
                : document.senderCode != null
                        || document.receiverCodeCount > 0
                        || document.receiverCount == 0
                        || document.dueOnText != null
                        || document.signedAt == 0
                        || document.concerns != DocumentSent.ABSENT;
    }

    @Test
    void ticksAndMarkersAreValid() {
        valid(encoder.tick(1_678_092_000, 1_795_867_200_000_000_000L));
        RunEnded ended = RunEnded.newBuilder()
                .setFingerprint(7)
                .setRecords(5)
                .setEndsAt(1_678_092_000)
                .build();
        valid(encoder.marker(EventKind.RUN_ENDED, ended, 1_678_092_000, 0));
        RunStarted live = new RunIdentity(Scenarios.read("quiet-day"), 1, 3)
                .runStarted().toBuilder()
                        .setEndsAt(0)
                        .setLive(Live.newBuilder().setSpeed(1000).setWallMs(5))
                        .build();
        valid(encoder.marker(EventKind.RUN_STARTED, live, 1_678_092_000, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"intended_at_epoch_us\":1795867200123456,||required",
                "1795867200123456|\"1795867200123456\"|/intended_at_epoch_us",
                "1795867200123456|-1|/intended_at_epoch_us",
                "1795867200123456|1.5|/intended_at_epoch_us",
                "0123456789abcdef|0123456789abcde|/run",
                "0123456789abcdef|0123456789ABCDEF|/run",
                "\"source\":1,|\"source\":65536,|/source",
                "\"sequence\":42,|\"sequence\":0,|/sequence",
                "\"sequence\":42,||required",
                "\"emitted_at\":\"2023-03-06T08:40:00Z\"|\"emitted_at\":1678092000|/emitted_at",
                "\"emitted_at\":\"2023-03-06T08:40:00Z\"|\"emitted_at\":\"2023-03-06 08:40:00\"|/emitted_at",
                "\"emitted_at\":\"2023-03-06T08:40:00Z\"|\"emitted_at\":\"2023-02-30T08:40:00Z\"|/emitted_at",
                "document_sent|status_reported|/content",
                "document_sent|tick|/sequence",
                "document_sent|unknown|/kind",
                "\"thread\":7,||/content",
                "\"thread\":7,|\"thread\":17179869184,|/content/thread",
                "\"document\":0,|\"document\":1024,|/content/document",
                "\"ordinal\":0,|\"ordinal\":65536,|/content/ordinal",
                "\"sender\":{\"number\":52,\"code\":\"H28\"}|\"sender\":52|/content/sender",
                "\"sender\":{\"number\":52,\"code\":\"H28\"}|\"sender\":{}|/content/sender",
                "{\"number\":77,|{\"number\":\"77\",|/content/receivers/1/number",
                "\"receivers\":|\"recipients\":|/content",
                "\"CV\"|\"XX\"|/content/type",
                "\"urgent\"|1|/content/urgency",
                "\"new\"|\"NEW\"|/content/business",
                "\"due_on\":\"2023-03-14\"|\"due_on\":19430|/content/due_on",
                "\"due_on\":\"2023-03-14\"|\"due_on\":\"2023-02-30\"|/content/due_on",
                "\"due_on\":\"2023-03-14\"|\"due_on\":\"2023-03-14\",\"due_on_text\":\"\"|/content",
                "\"2023-03-14\"}|\"2023-03-14\",\"answers\":-1}|/content/answers",
                "}}|},\"padding\":5}|/padding"
            })
    void whatIsChangedIsNotValid(String from, String to, String where) throws IOException {
        String changed = example().replace(from, to == null ? "" : to);
        assertThat(changed).as("changed").isNotEqualTo(example());
        assertThat(errors(PUBLISHED, changed)).contains(where);
    }

    @Test
    void theExampleOfTheContractIsValidAndSoIsWhatALaterVersionAdds() throws IOException {
        assertThat(errors(CLOSED, example())).isEmpty();
        String later = example().replace("\"thread\":7,", "\"thread\":7,\"mood\":\"good\",");
        assertThat(errors(PUBLISHED, later)).isEmpty();
        assertThat(errors(CLOSED, later)).contains("mood");
    }

    private static String example() throws IOException {
        String page = Files.readString(Path.of("../docs/event-contract.md"));
        int at = page.indexOf("```json\n") + "```json\n".length();
        return page.substring(at, page.indexOf("\n```", at)).replace("\n", "");
    }

    private static EventEncoder encoder(String name) {
        Scenario scenario = Scenarios.read(name);
        World world = new World(scenario, scenario.seed());
        return new EventEncoder(
                7, 0, EventForm.of(EventFormat.JSON, Optional.empty(), Padding.RANDOM, EventHeaders.NONE, world));
    }

    private static void valid(byte[] value) {
        assertThat(errors(CLOSED, text(value))).as(text(value)).isEmpty();
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }

    private static String errors(Schema schema, String event) {
        List<com.networknt.schema.Error> errors = schema.validate(
                event,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        StringBuilder text = new StringBuilder();
        errors.forEach(error -> text.append(error.getInstanceLocation())
                .append(' ')
                .append(error.getKeyword())
                .append(": ")
                .append(error.getMessage())
                .append('\n'));
        return text.toString();
    }

    private static Schema schema(JsonNode node) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(node);
    }

    private static JsonNode published() {
        return MAPPER.readTree(FILE.toFile());
    }

    private static JsonNode closed() {
        ObjectNode root = (ObjectNode) published();
        root.put("additionalProperties", false);
        for (JsonNode each : root.get("$defs")) {
            if (each.has("properties")) {
                ((ObjectNode) each).put("additionalProperties", false);
            }
        }
        return root;
    }
}
