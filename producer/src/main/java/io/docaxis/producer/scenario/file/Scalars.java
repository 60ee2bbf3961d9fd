package io.docaxis.producer.scenario.file;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.producer.scenario.Disturbances;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The kinds of single values that a scenario is made of. */
final class Scalars {

    private static final int MILLION = 1_000_000;
    private static final LocalDate FIRST_DATE = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2099, 12, 31);

    /** A stretch of the day, in seconds of the local day. */
    record Span(int fromS, int toS) {}

    /** What a share looks like; numbers with large exponents take for ever to be written out. */
    private static final Pattern SHARE = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d)?");

    private static final int LONGEST_TEXT = 10_000;

    private Scalars() {}

    static Scalar<String> text() {
        return new Scalar<>(
                "a text of at most " + LONGEST_TEXT + " characters",
                text -> require(text, !text.isEmpty()),
                LONGEST_TEXT);
    }

    static Scalar<String> name() {
        return new Scalar<>(
                "lower-case letters, digits and hyphens, at most 64",
                text -> require(text, text.matches("[a-z0-9][a-z0-9-]{0,63}")));
    }

    static Scalar<Boolean> flag() {
        return oneOf("true or false", Map.of("true", true, "false", false));
    }

    static Scalar<Integer> count(int min, int max) {
        return new Scalar<>(wholeNumber(min, max).allowed(), text -> Math.toIntExact(wholeNumber(text, min, max)));
    }

    /** Groups of three digits may be set apart: {@code 1_349_833}. */
    static Scalar<Long> wholeNumber(long min, long max) {
        return new Scalar<>("a whole number from " + min + " to " + max, text -> wholeNumber(text, min, max));
    }

    /** A share, in parts per million: what is finer can't be kept and is an error. */
    static Scalar<Integer> share() {
        return new Scalar<>("a share from 0 to 1, at most six decimals", text -> {
            require(text, SHARE.matcher(text).matches());
            int ppm = new BigDecimal(text).movePointRight(6).intValueExact();
            return require(ppm, ppm >= 0 && ppm <= MILLION);
        });
    }

    /** A duration, in seconds. */
    static Scalar<Integer> duration(String min, String max) {
        int minS = DurationText.seconds(min);
        int maxS = DurationText.seconds(max);
        return new Scalar<>("a duration like 3h20m from " + min + " to " + max, text -> {
            int seconds = DurationText.seconds(text);
            return require(seconds, seconds >= minS && seconds <= maxS);
        });
    }

    static Scalar<LocalDate> date() {
        return new Scalar<>("a date like 2023-01-31 from " + FIRST_DATE + " to " + LAST_DATE, text -> {
            LocalDate date = LocalDate.parse(text);
            return require(date, !date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE));
        });
    }

    static Scalar<LocalDate> weekendDay() {
        Scalar<LocalDate> date = date();
        return new Scalar<>("a Saturday or Sunday, for other days are worked anyway; " + date.allowed(), text -> {
            LocalDate day = date.parse().apply(text);
            return require(day, day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0);
        });
    }

    static Scalar<Span> span() {
        return new Scalar<>("two times of a day like 08:00-12:00, the earlier first", text -> {
            String[] times = text.split("-", -1);
            require(text, times.length == 2);
            Span span = new Span(
                    LocalTime.parse(times[0].strip()).toSecondOfDay(),
                    LocalTime.parse(times[1].strip()).toSecondOfDay());
            return require(span, span.fromS() < span.toS());
        });
    }

    /** An offset from UTC, in seconds. */
    static Scalar<Integer> utcOffset() {
        return new Scalar<>(
                "an offset like +07:00 from -18:00 to +18:00",
                text -> ZoneOffset.of(text).getTotalSeconds());
    }

    /** The catalogue number of an agency of level 1, written in either form. */
    static Scalar<Integer> level1Agency() {
        AgencyCatalogue level1 = AgencyCatalogue.level1();
        String allowed = "the code of a ministry, central agency or province like " + level1.code(0) + " or "
                + level1.code(AgencyCatalogue.level1Count() - 1).oldForm();
        return new Scalar<>(allowed, text -> {
            int number = level1.number(text);
            return require(number, number >= 0);
        });
    }

    /** One of several parts, like {@code 2/5}. */
    static Scalar<Disturbances.Part> part() {
        return new Scalar<>("a part like 2/5, of at most 1000", text -> {
            String[] numbers = text.split("/", -1);
            require(text, numbers.length == 2);
            int parts = Math.toIntExact(wholeNumber(numbers[1], 1, 1_000));
            return new Disturbances.Part(Math.toIntExact(wholeNumber(numbers[0], 1, parts)) - 1, parts);
        });
    }

    /** One of the given values, by name. */
    static <T> Scalar<T> oneOf(Iterable<T> values, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        values.forEach(value -> byName.put(name.apply(value), value));
        return oneOf("one of " + String.join(", ", byName.keySet()), byName);
    }

    private static <T> Scalar<T> oneOf(String allowed, Map<String, T> byName) {
        // a keyboard may write Đ or an accent as one character or as two
        return new Scalar<>(allowed, text -> {
            T value = byName.get(Normalizer.normalize(text, Normalizer.Form.NFC));
            return require(value, value != null);
        });
    }

    private static long wholeNumber(String text, long min, long max) {
        require(text, text.matches("[+-]?\\d+|[+-]?\\d{1,3}(_\\d{3})+"));
        long number = Long.parseLong(text.replace("_", ""));
        return require(number, number >= min && number <= max);
    }

    private static <T> T require(T value, boolean allowed) {
        if (!allowed) {
            throw new IllegalArgumentException("not allowed: " + value);
        }
        return value;
    }
}
