package io.docaxis.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.event.ThreadKey;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.form.EventFormat;
import io.docaxis.producer.form.EventHeaders;
import io.docaxis.producer.form.Padding;
import io.docaxis.producer.form.RecordSize;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.simulator.terminal.OutputLostException;
import io.docaxis.simulator.terminal.StandardOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DryRunTest {

    private static final int PARTITIONS = 3;
    private static final long START_NS = 1_795_867_200_000_000_000L;
    /** As a rate of 20,000/s from three sources has it. */
    private static final IntendedInstants EVERY_50_US = (source, number) -> START_NS + (number * 3 + source) * 50_000;

    private static final World WORLD = world();

    @Test
    void linesAreInTheOrderOfTheirInstantsAndEachIsARecord() throws IOException {
        List<JsonNode> lines = lines(3, EventForm.PLAIN, EVERY_50_US, 3_000);

        assertThat(lines).hasSize(3_000);
        assertThat(lines.get(0).propertyNames())
                .containsExactly("intended_at", "partition", "key", "headers", "value", "value_bytes");
        assertThat(lines.get(0).get("intended_at").asString()).isEqualTo("2026-11-28T12:00:00.000000Z");
        assertThat(lines).extracting(line -> line.get("intended_at").asString()).isSorted();
        Map<String, Long> sequences = new HashMap<>();
        for (JsonNode line : lines) {
            JsonNode value = line.get("value");
            if (value.isNull()) {
                continue;
            }
            byte[] key = HexFormat.of().parseHex(line.get("key").asString());
            long thread = ThreadKey.thread(key);
            assertThat(line.get("partition").asInt()).isEqualTo(ThreadKey.partition(key, PARTITIONS));
            assertThat(value.get("source").asInt()).isEqualTo((int) (thread % 3));
            if (!value.get("kind").asString().equals("unknown")) {
                assertThat(value.get("content").get("thread").asLong()).isEqualTo(thread);
            }
            Long before = sequences.put(
                    value.get("source") + "/" + line.get("partition"),
                    value.get("sequence").asLong());
            assertThat(before == null ? 0 : before)
                    .isLessThan(value.get("sequence").asLong());
        }
    }

    @Test
    void everyDeliveryThatIsNotDroppedIsALineAndDroppedOnesTakeTheirInstant() throws IOException {
        Emission emission = new Emission(WORLD, 0, 1, new Ledger(WORLD));
        Delivery delivery = new Delivery();
        List<String> expected = new ArrayList<>();
        long dropped = 0;
        for (long number = 0; emission.next(delivery); number++) {
            dropped += delivery.dropped ? 1 : 0;
            if (!delivery.dropped) {
                expected.add(number + " " + delivery.thread);
            }
        }

        List<String> lines = lines(1, EventForm.PLAIN, (source, number) -> number * 1_000, Long.MAX_VALUE).stream()
                .map(line -> ChronoUnit.MICROS.between(
                                Instant.EPOCH,
                                Instant.parse(line.get("intended_at").asString()))
                        + " " + Long.parseLong(line.get("key").asString(), 16))
                .toList();
        assertThat(lines).isEqualTo(expected);
        assertThat(dropped).isPositive();
    }

    @Test
    void endsWhereNothingIsDueAnyMore() throws IOException {
        IntendedInstants few =
                (source, number) -> number < 10 + source ? EVERY_50_US.atNs(source, number) : IntendedInstants.NOT_DUE;

        Map<Integer, Long> bySource = lines(3, EventForm.PLAIN, few, Long.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(
                        line -> (int) (Long.parseLong(line.get("key").asString(), 16) % 3),
                        TreeMap::new,
                        Collectors.counting()));
        assertThat(bySource.keySet()).containsExactly(0, 1, 2);
        assertThat(bySource.get(0)).isBetween(1L, 10L);
        assertThat(bySource.get(2)).isBetween(1L, 12L);
    }

    @Test
    void saysHowLargeTheValueWouldBeAndShowsItsEventAsJson() throws IOException {
        EventForm protobuf = form(EventFormat.PROTOBUF, "700B", "env=load", "empty=");
        for (JsonNode line : lines(1, protobuf, EVERY_50_US, 500)) {
            if (!line.get("value").isNull()) {
                assertThat(line.get("value_bytes").asInt()).isEqualTo(700);
                assertThat(line.get("value").has("padding")).isFalse();
            }
            assertThat(line.get("headers").get("env").asString()).isEqualTo("load");
            assertThat(line.get("headers").get("empty").asString()).isEmpty();
        }
        for (JsonNode line : lines(1, form(EventFormat.JSON, "2KB"), EVERY_50_US, 500)) {
            if (!line.get("value").isNull()) {
                assertThat(line.get("value_bytes").asInt()).isEqualTo(2000);
                assertThat(line.get("value").toString().getBytes(StandardCharsets.UTF_8))
                        .hasSize(2000);
            }
        }
    }

    @Test
    void bytesThatAreNoEventAreThereAsTheyAre() throws IOException {
        Emission emission = new Emission(WORLD, 0, 1, new Ledger(WORLD));
        Delivery delivery = new Delivery();
        List<Damage> damages = new ArrayList<>();
        while (emission.next(delivery)) {
            if (!delivery.dropped) {
                damages.add(delivery.damage);
            }
        }
        assertThat(damages).contains(Damage.GARBAGE, Damage.CORRUPT_COPY, Damage.UNKNOWN_KIND);
        List<JsonNode> lines = lines(1, EventForm.PLAIN, EVERY_50_US, Long.MAX_VALUE);
        for (int i = 0; i < damages.size(); i++) {
            JsonNode line = lines.get(i);
            Damage damage = damages.get(i);
            boolean isNoEvent = damage == Damage.GARBAGE || damage == Damage.CORRUPT_COPY;
            assertThat(line.get("value").isNull()).isEqualTo(isNoEvent);
            assertThat(line.get("headers").has("docaxis-sequence")).isEqualTo(damage != Damage.NONE);
            if (isNoEvent) {
                assertThat(Base64.getDecoder().decode(line.get("value_base64").asString()))
                        .hasSize(line.get("value_bytes").asInt());
            } else {
                assertThat(line.get("value").get("kind").asString().equals("unknown"))
                        .isEqualTo(damage == Damage.UNKNOWN_KIND);
            }
        }
    }

    @Test
    void isTheSameEachTime() throws IOException {
        EventForm form = form(EventFormat.JSON, "300B..3KB");
        assertThat(text(3, form, EVERY_50_US, 400)).isEqualTo(text(3, form, EVERY_50_US, 400));
    }

    @Test
    void stopsQuietlyWhereTheReaderHasGoneAndNotWhereTheDiskIsFull() throws IOException {
        assertThat(dryRun(2, EventForm.PLAIN, EVERY_50_US)
                        .write(StandardOutput.to(failing("Broken pipe")), Long.MAX_VALUE))
                .isPositive()
                .isLessThan(5_000);
        assertThatThrownBy(() -> dryRun(2, EventForm.PLAIN, EVERY_50_US)
                        .write(StandardOutput.to(failing("No space left on device")), Long.MAX_VALUE))
                .isInstanceOf(OutputLostException.class)
                .hasMessageContaining("No space left on device");
    }

    @Test
    void needsAPartition() {
        RunIdentity run = new RunIdentity(WORLD.scenario(), WORLD.seed(), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DryRun(Excerpt.whole(WORLD), run, 0, EventForm.PLAIN, EVERY_50_US))
                .withMessageContaining("partitions 0");
    }

    /** Takes 100,000 bytes. */
    private static OutputStream failing(String message) {
        return new OutputStream() {
            private int taken;

            @Override
            public void write(int one) throws IOException {
                if (++taken > 100_000) {
                    throw new IOException(message);
                }
            }
        };
    }

    private static EventForm form(EventFormat format, String size, String... headers) {
        return EventForm.of(
                format,
                Optional.of(RecordSize.parse(size)),
                Padding.RANDOM,
                EventHeaders.parse(List.of(headers)),
                WORLD);
    }

    private static List<JsonNode> lines(int sources, EventForm form, IntendedInstants instants, long most)
            throws IOException {
        return text(sources, form, instants, most)
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private static String text(int sources, EventForm form, IntendedInstants instants, long most) throws IOException {
        StringWriter text = new StringWriter();
        long lines = dryRun(sources, form, instants).write(text, most);
        assertThat(text.toString().lines().count()).isEqualTo(lines);
        assertThat(text.toString()).endsWith("}\n");
        return text.toString();
    }

    private static DryRun dryRun(int sources, EventForm form, IntendedInstants instants) {
        RunIdentity run = new RunIdentity(WORLD.scenario(), WORLD.seed(), sources);
        return new DryRun(Excerpt.whole(WORLD), run, PARTITIONS, form, instants);
    }

    private static World world() {
        Scenario scenario = Scenarios.read("broken-channel").scaled(2_000);
        return new World(scenario, scenario.seed());
    }
}
