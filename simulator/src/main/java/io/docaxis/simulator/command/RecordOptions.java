package io.docaxis.simulator.command;

import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.form.EventFormat;
import io.docaxis.producer.form.EventHeaders;
import io.docaxis.producer.form.Padding;
import io.docaxis.producer.form.RecordSize;
import io.docaxis.producer.plan.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** In what form a load sends its events. */
final class RecordOptions {

    private static final long JSON_BYTES = 450;
    private static final long PROTOBUF_BYTES = 64;
    /** Of a record's value, with room for what a batch has beside it. */
    private static final int MOST_BY_DEFAULT = 1_000_000;

    @Option(
            names = "--size",
            converter = SizeConverter.class,
            paramLabel = "BYTES",
            description = {
                "Bytes of each record's value, padded to that: 100B, 1KB (1000), 1KiB; or drawn evenly from 200B..4KB"
                        + " (default: as large as events are, some 60)."
            })
    RecordSize size;

    @Option(
            names = "--padding",
            converter = Choices.PaddingChoice.class,
            paramLabel = "WHAT",
            defaultValue = "random",
            description = "random: does not compress; text: compresses as text does (default: ${DEFAULT-VALUE}).")
    Padding padding;

    @Option(
            names = "--format",
            converter = Choices.FormatChoice.class,
            paramLabel = "FORMAT",
            defaultValue = "protobuf",
            description = "protobuf or json; json cannot be proved (default: ${DEFAULT-VALUE}).")
    EventFormat format;

    @Option(
            names = "--header",
            paramLabel = "NAME=VALUE",
            description = "A header of every event's record; may be repeated.")
    List<String> headers = List.of();

    /** @throws UsageException if headers are not as they have to be */
    EventForm form(World world) {
        try {
            return EventForm.of(format, Optional.ofNullable(size), padding, EventHeaders.parse(headers), world);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--header: " + e.getMessage());
        }
    }

    /** What a record's value takes, about. */
    long valueBytes() {
        long unpadded = format == EventFormat.JSON ? JSON_BYTES : PROTOBUF_BYTES;
        return size == null ? unpadded : Math.max(unpadded, (size.leastBytes() + size.mostBytes()) / 2);
    }

    /**
     * What is wrong with options that do not fit together.
     *
     * @param canBeSet whether the user may have said that clients and topic take more than Kafka does by default
     */
    List<String> problems(boolean canBeSet) {
        return size == null || size.mostBytes() <= MOST_BY_DEFAULT || canBeSet
                ? List.of()
                : List.of("--size " + size + ": Kafka takes records of some 1 MB by default: want at most "
                        + MOST_BY_DEFAULT
                        + "B, or max.request.size in --client-config and max.message.bytes of the topic");
    }

    /** As the user gave them, in the order in which they are shown. */
    void describe(Map<String, String> settings) {
        settings.put("size", size == null ? "as events are" : size.toString());
        settings.put("padding", Choices.word(padding));
        settings.put("format", Choices.word(format));
        for (String header : headers) {
            settings.merge("headers", header, (one, other) -> one + ", " + other);
        }
    }

    /** For picocli. */
    static final class SizeConverter implements ITypeConverter<RecordSize> {
        @Override
        public RecordSize convert(String text) {
            try {
                return RecordSize.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
