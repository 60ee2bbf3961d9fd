package io.docaxis.simulator.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the JSON of every measurement has in common. What is unknown is null, never 0. */
public final class JsonReport {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static String text(ObjectNode node) {
        return MAPPER.writeValueAsString(node).replace("\r\n", "\n") + "\n";
    }

    public static void trust(ObjectNode root, List<String> doubts) {
        root.put("trusted", doubts.isEmpty());
        doubts.forEach(root.putArray("doubts")::add);
    }

    public static void targets(ObjectNode root, List<Target> targets) {
        ArrayNode all = root.putArray("targets");
        for (Target target : targets) {
            ObjectNode node = all.addObject();
            node.put("measure", target.measure());
            node.put("unit", target.unit().name().toLowerCase(Locale.ROOT));
            node.put("must", target.must());
            put(node, "reach_for", OptionalDouble.of(target.reach()));
            put(node, "measured", target.measured());
            node.put("finding", target.finding());
        }
    }

    public static void surroundings(ObjectNode root, Versions versions, Machine machine) {
        root.putObject("versions")
                .put("docaxis", versions.docaxis())
                .put("kafka", versions.kafka())
                .put("spring_boot", versions.springBoot());
        ObjectNode node = root.putObject("machine");
        node.put("os", machine.os());
        node.put("arch", machine.arch());
        node.put("processors", machine.processors());
        if (machine.memoryBytes().isPresent()) {
            node.put("memory_bytes", machine.memoryBytes().getAsLong());
        } else {
            node.putNull("memory_bytes");
        }
        node.put("java", machine.java());
    }

    public static void put(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            node.put(name, rounded(value.getAsDouble()));
        } else {
            node.putNull(name);
        }
    }

    public static void put(ObjectNode node, String name, OptionalLong value) {
        if (value.isPresent()) {
            node.put(name, value.getAsLong());
        } else {
            node.putNull(name);
        }
    }

    /** What a command wrote to a file. */
    public static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To four decimals. */
    public static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
