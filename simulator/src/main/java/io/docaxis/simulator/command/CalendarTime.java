package io.docaxis.simulator.command;

import io.docaxis.common.calendar.WorkingCalendar;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An instant of simulated time as a user writes it, by the clock of a calendar that is not known yet.
 *
 * @param written as the user wrote it
 */
record CalendarTime(LocalDateTime at, String written) {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss]", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** Epoch seconds, by a calendar. */
    long in(WorkingCalendar calendar) {
        return calendar.at(at.toLocalDate().toEpochDay(), at.toLocalTime().toSecondOfDay());
    }

    @Override
    public String toString() {
        return written;
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<CalendarTime> {
        @Override
        public CalendarTime convert(String text) {
            try {
                return new CalendarTime(LocalDateTime.parse(text.replaceFirst(" ", "T"), FORMAT), text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "want a date and a time like '2023-03-06 16:50', with seconds or without");
            }
        }
    }
}
