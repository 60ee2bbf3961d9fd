package io.docaxis.simulator.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A state of the page from a file of the monitor's tests.
 *
 * @param sections as the stream sends them
 * @param answers to what the page asks beside, by the first word of the path
 */
record Fixture(ObjectNode sections, ObjectNode answers) {

    private static final Path FILES = Path.of("../monitor/src/test/page/fixtures");

    static Fixture of(String name) {
        try {
            ObjectNode read =
                    (ObjectNode) JsonMapper.shared().readTree(Files.readString(FILES.resolve(name + ".json")));
            return new Fixture((ObjectNode) read.get("sections"), (ObjectNode) read.get("answers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message of the stream that has all of it. */
    ObjectNode message() {
        ObjectNode message = JsonMapper.shared().createObjectNode().put("reset", true);
        message.set("sections", sections);
        return message;
    }

    /** A message of the stream that has these sections alone. */
    static ObjectNode change(ObjectNode sections) {
        ObjectNode message = JsonMapper.shared().createObjectNode().put("reset", false);
        message.set("sections", sections);
        return message;
    }
}
