package io.docaxis.simulator.load;

import io.docaxis.common.event.RecordNumber;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.form.EventFormat;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A record that would be sent, as a line of JSON. The value is the event as JSON: as it would be sent if that is the format, else without padding. Bytes that
 * are no event are base64. Not thread-safe.
 */
final class DryLine {

    private static final long NS_PER_S = TimeUnit.SECONDS.toNanos(1);
    /** Always with microseconds, which is what events have. */
    private static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    private final EventForm form;
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json =
            JsonFactory.builder().rootValueSeparator("").build().createGenerator(ObjectWriteContext.empty(), text);
    private final HexFormat hex = HexFormat.of();

    DryLine(EventForm form) {
        this.form = form;
    }

    /** The line of a source's delivery, its end included. */
    String of(DrySource source) {
        text.getBuffer().setLength(0);
        Damage damage = source.delivery().damage;
        byte[] sent = source.sent().value(source.delivery());
        json.writeStartObject();
        json.writeStringProperty("intended_at", instant(source.intendedAtNs()));
        json.writeNumberProperty("partition", source.partition());
        json.writeStringProperty("key", hex.formatHex(source.key()));
        headers(source, damage);
        if (damage == Damage.NONE || damage == Damage.UNKNOWN_KIND) {
            json.writeName("value");
            byte[] shown =
                    form.format() == EventFormat.JSON ? sent : source.shown().value(source.delivery());
            json.writeRawValue(new String(shown, StandardCharsets.UTF_8));
        } else {
            json.writeNullProperty("value");
            json.writeStringProperty("value_base64", Base64.getEncoder().encodeToString(sent));
        }
        json.writeNumberProperty("value_bytes", sent.length);
        json.writeEndObject();
        json.flush();
        return text.append('\n').toString();
    }

    private void headers(DrySource source, Damage damage) {
        json.writeObjectPropertyStart("headers");
        form.headers().byName().forEach(json::writeStringProperty);
        if (damage != Damage.NONE) {
            json.writeStringProperty(
                    RecordNumber.HEADER, hex.formatHex(source.sent().number().toBytes()));
        }
        json.writeEndObject();
    }

    private static String instant(long ns) {
        return INSTANT.format(Instant.ofEpochSecond(Math.floorDiv(ns, NS_PER_S), Math.floorMod(ns, NS_PER_S)));
    }
}
