package io.docaxis.simulator.page;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A state that goes on as a run's does, a second of wall clock at a time: every figure grows, orders change, and what needs attention comes and goes. */
final class MovingState {

    private static final long SIMULATED_S = 3_600;

    private final ObjectNode sections;
    private final Random random = new Random(7);
    private int step;

    MovingState(Fixture fixture) {
        sections = fixture.sections().deepCopy();
    }

    /** The next message. */
    ObjectNode next() {
        step++;
        for (String name : List.of("run", "obligations", "groups", "late")) {
            ObjectNode section = (ObjectNode) sections.get(name);
            section.put(
                    name.equals("run") ? "now" : "taken_at",
                    later(sections.get("run").get("now")));
        }
        run((ObjectNode) sections.get("run"));
        sections.get("obligations")
                .get("obligations")
                .forEach(duty -> grow((ObjectNode) duty, 40, "on_time", "late", "overdue"));
        sections.get("groups").get("groups").forEach(group -> grow((ObjectNode) group, 900, "lag", "lag_s", "drain_s"));
        sections.get("agencies").get("rows").forEach(this::agency);
        late((ObjectNode) sections.get("late"));
        ArrayNode point = (ArrayNode) sections.get("point").get("points").get(0);
        point.set(0, point.numberNode(point.get(0).asLong() + 1_000));
        point.set(1, point.numberNode(point.get(1).asLong() + SIMULATED_S));
        for (int column = 2; column < point.size(); column++) {
            point.set(column, point.numberNode(point.get(column).asLong() + random.nextInt(1_500)));
        }
        return Fixture.change(sections.deepCopy());
    }

    private static String later(JsonNode instant) {
        return Instant.parse(instant.asString()).plusSeconds(1).toString();
    }

    private void run(ObjectNode run) {
        grow((ObjectNode) run.get("traffic"), 3_000, "intended", "sent", "read");
        grow((ObjectNode) run.get("event_lag"), 500, "lag_s");
        // now and then something new heads the strip
        run.put(
                "problem",
                step % 4 == 3
                        ? "the tally of partition 3 does not answer, and this takes a whole sentence to say"
                        : null);
    }

    private void grow(ObjectNode node, int most, String... names) {
        for (String name : names) {
            if (node.path(name).isNumber()) {
                node.put(name, Math.max(0, node.get(name).asLong() + random.nextInt(-most / 4, most)));
            }
        }
    }

    private void agency(JsonNode row) {
        row.get("duties").forEach(duty -> {
            ArrayNode counts = (ArrayNode) duty;
            for (int column = 0; column < 3; column++) {
                counts.set(column, counts.numberNode(counts.get(column).asLong() + random.nextInt(3)));
            }
        });
    }

    /** The worst one is answered, and the others are later. */
    private void late(ObjectNode late) {
        ArrayNode duties = (ArrayNode) late.get("duties");
        duties.remove(0);
        duties.forEach(duty ->
                ((ObjectNode) duty).put("overdue_s", duty.get("overdue_s").asLong() + SIMULATED_S));
        late.put("version", step + 1_000L);
        grow(late, 30, "overdue", "provisional", "confirmed", "final");
    }
}
