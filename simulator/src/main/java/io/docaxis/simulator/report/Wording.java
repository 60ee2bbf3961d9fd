package io.docaxis.simulator.report;

import io.docaxis.common.agency.AgencyCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How reports write numbers, times and names: the same on every machine, whatever its locale and zone. */
public final class Wording {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** Less behind schedule is how long a broker may take to answer. */
    private static final long BEHIND_SCHEDULE_MS = 1_000;

    private Wording() {}

    /** With a comma at every third digit. */
    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A share in percent with one decimal, or a dash where the whole is 0. */
    public static String percent(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    /** The two largest units that matter: {@code 2 d 4 h}, {@code 3 h 20 min}, {@code 40 s}. */
    public static String duration(long seconds) {
        if (seconds < 0) {
            return "-" + duration(-seconds);
        }
        long days = seconds / 86_400;
        long hours = seconds / 3600 % 24;
        long minutes = seconds / 60 % 60;
        if (days > 0) {
            return days + " d" + (hours > 0 ? " " + hours + " h" : "");
        }
        if (hours > 0) {
            return hours + " h" + (minutes > 0 ? " " + minutes + " min" : "");
        }
        long rest = seconds % 60;
        return minutes > 0 ? minutes + " min" + (rest > 0 ? " " + rest + " s" : "") : rest + " s";
    }

    /** The lateness that a bucket of a cell's histogram holds, as {@link io.docaxis.common.tally.Cell#bucket} has it. */
    public static String bucket(int bucket) {
        return bucket == 0 ? "nothing" : (1L << bucket - 1) + " to " + ((1L << bucket) - 1) + " s";
    }

    /** {@code 15.5 s behind schedule}, or empty where there is no schedule or it is not worth saying. */
    public static Optional<String> behindSchedule(OptionalLong ms) {
        return ms.orElse(0) < BEHIND_SCHEDULE_MS
                ? Optional.empty()
                : Optional.of(precisely(ms.getAsLong()) + " behind schedule");
    }

    /** To a tenth of a second below a minute. */
    private static String precisely(long ms) {
        return ms < 60_000 ? String.format(Locale.ROOT, "%.1f s", ms / 1000.0) : duration(ms / 1000);
    }

    /** An instant as the run's calendar has it, to the second where it does not fall on a minute. */
    public static String instant(long epochSecond, int utcOffsetS) {
        return (epochSecond % 60 == 0 ? MINUTE : SECOND).format(there(epochSecond, utcOffsetS));
    }

    /** The date of an instant as the run's calendar has it. */
    public static LocalDate date(long epochSecond, int utcOffsetS) {
        return there(epochSecond, utcOffsetS).toLocalDate();
    }

    private static OffsetDateTime there(long epochSecond, int utcOffsetS) {
        return Instant.ofEpochSecond(epochSecond).atOffset(ZoneOffset.ofTotalSeconds(utcOffsetS));
    }

    /** A month as the tally counts them, since year 0. */
    public static String month(int months) {
        return YearMonth.of(months / 12, months % 12 + 1).toString();
    }

    /** An hour as the tally counts them, since 1970-01-01T00:00:00Z. */
    public static String hour(int hours) {
        return Instant.ofEpochSecond(3_600L * hours).toString();
    }

    /** Without decimals; a dash where it is unknown. */
    public static String whole(double value) {
        return Double.isNaN(value) ? "–" : number(Math.round(value));
    }

    /** A share in percent with one decimal. */
    public static String share(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble()) : "unknown";
    }

    /** Binary, rounded. */
    public static String mebibytes(long bytes) {
        return number((bytes + (1 << 19)) >> 20) + " MiB";
    }

    /** An enum constant as words. */
    public static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** An enum constant as results write it. */
    public static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** An agency's code; a number that the catalogue does not have is shown as it is. */
    public static String agency(AgencyCatalogue agencies, int number) {
        return number >= 0 && number < agencies.size() ? agencies.code(number).value() : "#" + number;
    }
}
