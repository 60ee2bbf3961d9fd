package io.docaxis.simulator.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An instant at which several processes begin together, as ISO 8601 writes it: {@code 2026-11-28T12:00:00Z} or with another offset. */
final class StartTime implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "want an instant with its offset from UTC, such as 2026-11-28T12:00:00Z or 2026-11-28T19:00:00+07:00");
        }
    }
}
