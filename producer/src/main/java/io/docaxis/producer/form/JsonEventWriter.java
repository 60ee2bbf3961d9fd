package io.docaxis.producer.form;

import com.google.protobuf.MessageLite;
import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.PaddingPool;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.event.ValueWriter;
import io.docaxis.common.obligation.Urgency;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32C;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes events as objects of JSON, as {@code event.schema.json} says, in UTF-8. The instant at which an event was intended comes first, so that
 * who measures need not parse the rest. One generator for all events. Not thread-safe.
 */
public final class JsonEventWriter implements ValueWriter {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().rootValueSeparator("").build();

    private static final String[] KINDS = names(EventKind.values());
    private static final String[] URGENCIES = names(Urgency.values());
    private static final String[] BUSINESS = names(BusinessType.values());
    private static final String UNKNOWN_KIND = "unknown";
    /** Bytes that an empty padding takes. */
    private static final int EMPTY_PADDING = ",\"padding\":\"\"".length();

    private final JsonBytes out = new JsonBytes();
    private final JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    private final AgencyJson agencies;
    private final IsoTimes times = new IsoTimes(json);
    private final MarkerJson markers = new MarkerJson(json, times);
    private final CRC32C crc = new CRC32C();
    private final HexFormat hex = HexFormat.of();

    /** Null where nothing is padded. */
    private final PaddingPool pool;

    private byte[] padding = new byte[0];
    private long poolAt;
    private int paddedTo;
    private long larger;
    private int contentAt;
    private int contentEnd;

    /** One that pads nothing. */
    public JsonEventWriter(AgencyCatalogue agencies) {
        this(agencies, null, 0);
    }

    /** One that can pad, with what needs no escape in JSON. */
    public JsonEventWriter(AgencyCatalogue agencies, PaddingPool pool, long poolAt) {
        this.agencies = new AgencyJson(json, agencies);
        this.pool = pool;
        this.poolAt = poolAt;
    }

    /** {@inheritDoc} Exactly. */
    @Override
    public void padTo(int bytes) {
        if (bytes != 0 && pool == null) {
            throw new IllegalStateException("padding to " + bytes + " bytes by a writer that has none");
        }
        paddedTo = bytes;
    }

    @Override
    public long larger() {
        return larger;
    }

    @Override
    public void encode(Envelope envelope, DocumentSent d) {
        open(envelope, KINDS[EventKind.DOCUMENT_SENT.ordinal()]);
        identity(d.thread, d.ordinal, d.document);
        agencies.write("sender", d.sender, d.senderCode);
        agencies.writeAll("receivers", d.receivers, d.receiverCount, d.receiverCodes, d.receiverCodeCount);
        json.writeStringProperty("type", DocumentType.of(d.type).name());
        json.writeStringProperty("urgency", URGENCIES[d.urgency]);
        json.writeStringProperty("business", BUSINESS[d.business]);
        times.instantIfAny("signed_at", d.signedAt);
        times.instant("sent_at", d.sentAt);
        if (d.dueOn != DocumentSent.NO_DATE) {
            times.date("due_on", d.dueOn);
        }
        if (d.dueOnText != null) {
            json.writeStringProperty("due_on_text", d.dueOnText);
        }
        numberIfAny("answers", d.answers);
        numberIfAny("concerns", d.concerns);
        close();
    }

    @Override
    public void encode(Envelope envelope, StatusReported s) {
        open(envelope, KINDS[EventKind.STATUS_REPORTED.ordinal()]);
        identity(s.thread, s.ordinal, s.document);
        agencies.write("receiver", s.receiver, s.receiverCode);
        if (s.reporter != DocumentSent.ABSENT) {
            agencies.write("reporter", s.reporter, null);
        }
        json.writeNumberProperty("status", s.status);
        times.instant("occurred_at", s.occurredAt);
        close();
    }

    @Override
    public byte[] tick(Envelope envelope) {
        open(envelope, KINDS[EventKind.TICK.ordinal()]);
        close();
        return toBytes();
    }

    @Override
    public byte[] unknownKind(Envelope envelope) {
        open(envelope, UNKNOWN_KIND);
        close();
        return toBytes();
    }

    @Override
    public byte[] write(Envelope envelope, EventKind kind, MessageLite marker) {
        open(envelope, KINDS[kind.ordinal()]);
        markers.write(marker);
        close();
        return toBytes();
    }

    @Override
    public byte[] value() {
        return out.bytes();
    }

    @Override
    public int length() {
        return out.size();
    }

    @Override
    public byte[] toBytes() {
        return out.toByteArray();
    }

    /** The CRC-32C of the content's bytes, its braces included. */
    @Override
    public long lastContentHash() {
        crc.reset();
        crc.update(out.bytes(), contentAt, contentEnd - contentAt);
        return crc.getValue();
    }

    /** Up to the brace that opens the content. */
    private void open(Envelope envelope, String kind) {
        out.reset();
        json.writeStartObject();
        json.writeNumberProperty("intended_at_epoch_us", envelope.intendedAtMs * 1_000 + envelope.intendedAtUs);
        json.writeStringProperty("run", hex.toHexDigits(envelope.run));
        json.writeNumberProperty("source", envelope.source);
        json.writeNumberProperty("sequence", envelope.sequence);
        times.instant("emitted_at", envelope.emittedAt);
        json.writeStringProperty("kind", kind);
        json.writeName("content");
        json.flush();
        // the colon comes with the value
        contentAt = out.size() + 1;
        json.writeStartObject();
    }

    private void close() {
        json.writeEndObject();
        json.flush();
        contentEnd = out.size();
        if (paddedTo != 0) {
            pad(paddedTo - contentEnd - 1);
        }
        json.writeEndObject();
        json.flush();
    }

    private void pad(int lacking) {
        if (lacking <= 0) {
            larger += lacking < 0 ? 1 : 0;
        } else if (lacking < EMPTY_PADDING) {
            json.writeRaw(" ".repeat(lacking));
        } else {
            int length = lacking - EMPTY_PADDING;
            if (padding.length < length) {
                padding = new byte[length];
            }
            pool.copy(poolAt, padding, 0, length);
            poolAt += length;
            json.writeName("padding");
            json.writeRawUTF8String(padding, 0, length);
        }
    }

    private void identity(long thread, int ordinal, int document) {
        json.writeNumberProperty("thread", thread);
        json.writeNumberProperty("ordinal", ordinal);
        json.writeNumberProperty("document", document);
    }

    private void numberIfAny(String name, int number) {
        if (number != DocumentSent.ABSENT) {
            json.writeNumberProperty(name, number);
        }
    }

    private static String[] names(Enum<?>[] all) {
        return Arrays.stream(all)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
