package io.docaxis.simulator.load.consume;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.RecordNumber;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.kafka.common.header.Headers;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Of records that are JSON, as {@code event.schema.json} says; of damaged ones by the number beside them, for JSON has no checksum. What comes behind
 * the envelope is parsed of end markers alone.
 */
public final class JsonHeads implements HeadReader {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final long NS_PER_US = 1_000;

    /** What an envelope must have. */
    private static final int PROPERTIES = 5;

    private static final String DOCUMENT = EventKind.DOCUMENT_SENT.name().toLowerCase(Locale.ROOT);
    private static final String STATUS = EventKind.STATUS_REPORTED.name().toLowerCase(Locale.ROOT);
    private static final String ENDED = EventKind.RUN_ENDED.name().toLowerCase(Locale.ROOT);

    @Override
    public boolean read(byte[] value, Headers headers, RecordHead into) {
        if (headers.lastHeader(RecordNumber.HEADER) != null) {
            return ProtobufHeads.readNumber(headers, into);
        }
        if (value == null) {
            return false;
        }
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), value)) {
            return json.nextToken() == JsonToken.START_OBJECT && readEnvelope(json, into);
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    /** False: something is missing, or comes behind the content. */
    private static boolean readEnvelope(JsonParser json, RecordHead into) {
        String kind = null;
        int found = 0;
        into.lastSequence = RecordHead.NONE;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "intended_at_epoch_us" -> {
                    into.intendedAtNs = Math.multiplyExact(json.getLongValue(), NS_PER_US);
                    found++;
                }
                case "run" -> {
                    into.run = HexFormat.fromHexDigitsToLong(json.getString());
                    found++;
                }
                case "source" -> {
                    into.source = json.getIntValue();
                    found++;
                }
                case "sequence" -> {
                    into.sequence = json.getLongValue();
                    found++;
                }
                case "kind" -> {
                    kind = json.getString();
                    found++;
                }
                case "content" -> {
                    into.isEvent = DOCUMENT.equals(kind) || STATUS.equals(kind);
                    if (ENDED.equals(kind)) {
                        into.lastSequence = lastSequence(json);
                    }
                    return found == PROPERTIES;
                }
                default -> json.skipChildren();
            }
        }
        return false;
    }

    private static long lastSequence(JsonParser json) {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            if (name.equals("sequence")) {
                return json.getLongValue();
            }
            json.skipChildren();
        }
        return RecordHead.NONE;
    }
}
