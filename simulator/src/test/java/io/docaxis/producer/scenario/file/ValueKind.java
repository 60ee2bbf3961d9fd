package io.docaxis.producer.scenario.file;

import io.docaxis.common.agency.AgencyCatalogue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws values by what a key says is allowed, in the words that users read, so that a new key is drawn without being told of here.
 *
 * @param draw any allowed value
 * @param ends what stands at the ends of the range
 */
record ValueKind(Function<SplittableRandom, String> draw, List<End> ends) {

    private static final Pattern WHOLE = Pattern.compile("a whole number from (\\d+) to (\\d+)");
    private static final Pattern DURATION = Pattern.compile("a duration like 3h20m from (\\w+) to (\\w+)");
    private static final Pattern DATE = Pattern.compile(".*a date like 2023-01-31 from (\\S+) to (\\S+)");
    private static final Pattern ONE_OF = Pattern.compile("one of (.*)");
    private static final int MILLION = 1_000_000;

    /** A value at an end of a range, and how it is known again. */
    record End(String name, String value, Predicate<String> isThere) {
        static End at(String value) {
            return new End(value, value, value::equals);
        }
    }

    /** The kind of what a key's format allows. */
    static ValueKind of(String allowed) {
        Matcher whole = WHOLE.matcher(allowed);
        if (whole.matches()) {
            return numbers(
                    Long.parseLong(whole.group(1)), Long.parseLong(whole.group(2)), Long::parseLong, v -> "" + v);
        }
        Matcher duration = DURATION.matcher(allowed);
        if (duration.matches()) {
            return numbers(
                    DurationText.seconds(duration.group(1)),
                    DurationText.seconds(duration.group(2)),
                    text -> (long) DurationText.seconds(text),
                    ValueKind::duration);
        }
        Matcher date = DATE.matcher(allowed);
        if (date.matches()) {
            return dates(LocalDate.parse(date.group(1)), LocalDate.parse(date.group(2)), allowed);
        }
        Matcher oneOf = ONE_OF.matcher(allowed);
        if (oneOf.matches()) {
            return oneOf(List.of(oneOf.group(1).split(", ")));
        }
        return switch (allowed) {
            case "a share from 0 to 1, at most six decimals" -> new ValueKind(ValueKind::share, ends("0", "1"));
            case "true or false" -> oneOf(List.of("true", "false"));
            case "an offset like +07:00 from -18:00 to +18:00" ->
                new ValueKind(
                        random -> ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1))
                                .getId(),
                        ends("-18:00", "+18:00"));
            case "two times of a day like 08:00-12:00, the earlier first" ->
                new ValueKind(
                        ValueKind::span,
                        List.of(
                                new End("a second", span(0, 1), text -> lengthS(text) == 1),
                                new End("hours", span(0, 21_600), text -> lengthS(text) >= 21_600)));
            case "a part like 2/5, of at most 1000" -> new ValueKind(ValueKind::part, ends("1/1", "1000/1000"));
            case "a text of at most 10000 characters" -> new ValueKind(random -> "Drawn at random.", List.of());
            case "lower-case letters, digits and hyphens, at most 64" ->
                new ValueKind(random -> "drawn", ends("d", "d".repeat(64)));
            default -> agency(allowed);
        };
    }

    private static ValueKind agency(String allowed) {
        if (!allowed.startsWith("the code of a ministry")) {
            throw new IllegalStateException(
                    "nothing is known of values like '" + allowed + "': say here how to draw them");
        }
        AgencyCatalogue all = AgencyCatalogue.level1();
        int last = AgencyCatalogue.level1Count() - 1;
        return new ValueKind(
                random -> {
                    // few, so that an agency has several
                    var code = all.code(random.nextInt(4) * last / 3);
                    return random.nextBoolean() ? code.value() : code.oldForm();
                },
                ends(all.code(0).value(), all.code(last).oldForm()));
    }

    private static ValueKind numbers(long min, long max, Function<String, Long> read, Function<Long, String> write) {
        long nearMax = max - (max - min) / 100;
        return new ValueKind(
                random -> write.apply(number(random, min, max)),
                List.of(
                        new End("the least", write.apply(min), text -> read.apply(text) == min),
                        new End("the most", write.apply(max), text -> read.apply(text) >= nearMax)));
    }

    /** At an end, anywhere between, or of any size. */
    private static long number(SplittableRandom random, long min, long max) {
        return switch (random.nextInt(8)) {
            case 0 -> min;
            case 1 -> max;
            case 2, 3 -> random.nextLong(min, max == Long.MAX_VALUE ? max : max + 1);
            default -> {
                double size = Math.pow((double) max - min + 1, random.nextDouble());
                yield Math.max(min, Math.min(max, min + (long) size - 1));
            }
        };
    }

    private static ValueKind dates(LocalDate first, LocalDate last, String allowed) {
        boolean weekend = allowed.startsWith("a Saturday or Sunday");
        return new ValueKind(
                random -> {
                    LocalDate day = LocalDate.ofEpochDay(
                            random.nextLong(first.toEpochDay(), last.toEpochDay() + 1 - (weekend ? 6 : 0)));
                    while (weekend && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                        day = day.plusDays(1);
                    }
                    return day.toString();
                },
                List.of());
    }

    private static ValueKind oneOf(List<String> values) {
        return new ValueKind(
                random -> values.get(random.nextInt(values.size())),
                values.stream().map(End::at).toList());
    }

    private static String share(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> "0";
            case 1 -> "1";
            case 2 -> decimal(random.nextInt(1, MILLION));
            default -> decimal(random.nextInt(1, MILLION / 5));
        };
    }

    static String decimal(int ppm) {
        return ShareChecks.decimal(ppm);
    }

    private static String span(SplittableRandom random) {
        int from = random.nextInt(86_398);
        return span(from, random.nextInt(from + 1, 86_400));
    }

    static String span(int from, int to) {
        return LocalTime.ofSecondOfDay(from) + "-" + LocalTime.ofSecondOfDay(to);
    }

    static int lengthS(String span) {
        Scalars.Span parsed = Scalars.span().parse().apply(span);
        return parsed.toS() - parsed.fromS();
    }

    private static String part(SplittableRandom random) {
        int of = random.nextInt(1, 6);
        return random.nextInt(1, of + 1) + "/" + of;
    }

    static String duration(long seconds) {
        Duration all = Duration.ofSeconds(seconds);
        String text = part(all.toDaysPart(), "d")
                + part(all.toHoursPart(), "h")
                + part(all.toMinutesPart(), "m")
                + part(all.toSecondsPart(), "s");
        return text.isEmpty() ? "0s" : text;
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }

    private static List<End> ends(String low, String high) {
        return List.of(End.at(low), End.at(high));
    }
}
