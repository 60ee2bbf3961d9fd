package io.docaxis.producer.scenario.file;

import static io.docaxis.producer.scenario.file.ScenarioDraft.list;
import static io.docaxis.producer.scenario.file.ScenarioDraft.map;

import io.docaxis.common.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings the days of a drawn scenario into agreement: period, calendar, and the stretches of days that lie inside the period. Written
 * from the documentation, not from the checks. Not thread-safe.
 */
final class DayAgreement {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);
    /** With the drain, so many days are too long. */
    private static final int MOST_DAYS = 1_490;

    private final ScenarioDraft draft;
    private final SplittableRandom random;
    private final Set<String> wanted;
    private final Map<String, Object> calendar;
    private LocalDate from;
    private LocalDate to;
    private LocalDate calendarFrom;
    private LocalDate calendarTo;
    private final Set<LocalDate> daysOff = new TreeSet<>();
    private final Set<LocalDate> makeUpDays = new TreeSet<>();

    DayAgreement(ScenarioDraft draft, SplittableRandom random, Set<String> wanted) {
        this.draft = draft;
        this.random = random;
        this.wanted = wanted;
        calendar = draft.section("calendar");
    }

    void bringAbout() {
        period();
        if (isBuiltIn()) {
            calendar.remove("from");
            calendar.remove("to");
            calendar.remove("days-off");
            calendar.remove("make-up-days");
            daysOff.addAll(WorkingCalendar.daysOff2023());
        } else {
            ownCalendar();
        }
        hours();
        List<Map<String, Object>> bursts = apart(draft.section("shape"), "bursts", false);
        apart(draft.root(), "exceptions", true);
        apart(draft.section("disturbances"), "clocks", true);
        list(draft.section("disturbances").get("outages")).forEach(outage -> inside(map(outage)));
        shape(bursts);
    }

    private void period() {
        switch (random.nextInt(4)) {
            case 0 -> {
                from = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(280));
                to = from.plusDays(random.nextInt(14));
            }
            case 1 -> {
                from = LocalDate.of(random.nextInt(1990, 2099), 12, random.nextInt(15, 32));
                to = from.plusDays(random.nextInt(17, 60));
            }
            default -> {
                from = LocalDate.ofEpochDay(random.nextLong(FIRST.toEpochDay(), LAST.toEpochDay() - 60));
                to = from.plusDays((long) Math.pow(MOST_DAYS, random.nextDouble()) - 1);
            }
        }
        if (wanted.stream().anyMatch(path -> path.startsWith("calendar.") && !path.contains("-"))) {
            from = LocalDate.of(2024, 6, 1);
            to = from.plusDays(random.nextInt(40));
        }
        to = to.isAfter(LAST.minusDays(40)) ? LAST.minusDays(40) : to;
        draft.section("period").put("from", from.toString());
        draft.section("period").put("to", to.toString());
    }

    /** Whether the days off that docaxis knows will do. */
    private boolean isBuiltIn() {
        return from.getYear() == 2023
                && to.isBefore(LocalDate.of(2023, 11, 1))
                && longestDue() <= 30
                && wanted.stream().noneMatch(path -> path.startsWith("calendar."))
                && random.nextInt(3) > 0;
    }

    private int longestDue() {
        Object given = draft.section("due-dates").get("working-days");
        return given == null
                ? 20
                : map(given).keySet().stream().mapToInt(Integer::parseInt).max().orElse(1);
    }

    /** So many days after the period, urgent documents may be due. */
    private int markedDays() {
        return Stream.of("urgent", "very-urgent", "express")
                                .mapToInt(mark -> DurationText.seconds(
                                        (String) draft.section("rules").getOrDefault(mark, "4h")))
                                .max()
                                .orElseThrow()
                        / 86_400
                + 2;
    }

    private void ownCalendar() {
        calendarFrom = FIRST.isAfter(from.minusDays(3_000)) || random.nextInt(10) == 0
                ? FIRST
                : from.minusDays((long) Math.pow(3_000, random.nextDouble()) - 1);
        int offPercent = new int[] {0, 4, 30, 80}[random.nextInt(4)];
        int madeUpPercent = new int[] {0, 0, 10, 100}[random.nextInt(4)];
        int due = longestDue();
        int after = 0;
        LocalDate day = calendarFrom.isBefore(from.minusDays(400)) ? from.minusDays(400) : calendarFrom;
        LocalDate known = to.plusDays(markedDays());
        while (!day.isAfter(known) || (after < due + random.nextInt(3) && day.isBefore(LAST))) {
            boolean worked = work(day, offPercent, madeUpPercent);
            after += worked && day.isAfter(to) ? 1 : 0;
            day = day.plusDays(1);
        }
        calendarTo = random.nextInt(10) == 0 || day.isAfter(LAST) ? LAST : day;
        if (after < due) {
            draft.section("due-dates").put("working-days", new LinkedHashMap<>(Map.of("1", "1")));
        }
        eachYear();
        calendar.put("from", calendarFrom.toString());
        calendar.put("to", calendarTo.toString());
        calendar.put("days-off", texts(daysOff));
        calendar.put("make-up-days", texts(makeUpDays));
    }

    /** A list of days off has one of each year that matters: of a weekend that is not worked, or else the last that the calendar knows. */
    private void eachYear() {
        Set<Integer> years = daysOff.stream().map(LocalDate::getYear).collect(Collectors.toSet());
        LocalDate last = calendarTo.isBefore(to.plusYears(6)) ? calendarTo : to.plusYears(6);
        for (int year = from.getYear(); !years.isEmpty() && year <= last.getYear(); year++) {
            if (!years.contains(year)) {
                LocalDate first = LocalDate.of(year, 1, 1);
                LocalDate begin = first.isBefore(calendarFrom) ? calendarFrom : first;
                LocalDate end = year == calendarTo.getYear() ? calendarTo : LocalDate.of(year, 12, 31);
                begin.datesUntil(end.plusDays(1))
                        .filter(day -> day.getDayOfWeek().getValue() > 5 && !makeUpDays.contains(day))
                        .findFirst()
                        .or(() -> makeUpDays.contains(end) ? Optional.empty() : Optional.of(end))
                        .ifPresent(daysOff::add);
            }
        }
    }

    /** Chooses whether a day is worked. */
    private boolean work(LocalDate day, int offPercent, int madeUpPercent) {
        boolean weekend = day.getDayOfWeek().getValue() > 5;
        int percent = day.isAfter(LAST.minusDays(60)) ? 0 : offPercent;
        if (!weekend && random.nextInt(100) < percent) {
            daysOff.add(day);
            return false;
        }
        if (weekend && random.nextInt(100) < madeUpPercent) {
            makeUpDays.add(day);
            return true;
        }
        return !weekend;
    }

    private static List<Object> texts(Set<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.toCollection(ArrayList::new));
    }

    private void hours() {
        if (!calendar.containsKey("morning") && !calendar.containsKey("afternoon")) {
            return;
        }
        int morning = ValueKind.lengthS((String) calendar.getOrDefault("morning", "08:00-12:00"));
        int afternoon = ValueKind.lengthS((String) calendar.getOrDefault("afternoon", "13:00-17:00"));
        if (morning + afternoon > 86_399) {
            morning = wanted.contains("calendar.morning") ? morning : Math.min(morning, 30_000);
            afternoon = Math.min(afternoon, 86_399 - morning);
            morning = Math.min(morning, 86_399 - afternoon);
        }
        int room = 86_399 - morning - afternoon;
        int before = random.nextInt(4) == 0 ? 0 : random.nextInt(room + 1);
        int between = random.nextInt(4) == 0 ? 0 : random.nextInt(room - before + 1);
        int noon = before + morning + between;
        calendar.put("morning", ValueKind.span(before, before + morning));
        calendar.put("afternoon", ValueKind.span(noon, noon + afternoon));
    }

    /** Puts each stretch inside the period, and takes out those that meet an earlier one. */
    private List<Map<String, Object>> apart(Map<String, Object> in, String key, boolean byAgency) {
        List<Map<String, Object>> kept = new ArrayList<>();
        for (Object each : list(in.get(key))) {
            Map<String, Object> stretch = map(each);
            inside(stretch);
            if (kept.stream().noneMatch(other -> meet(stretch, other) && (!byAgency || isOfOne(stretch, other)))) {
                kept.add(stretch);
            }
        }
        if (in.containsKey(key)) {
            in.put(key, new ArrayList<Object>(kept));
        }
        return kept;
    }

    private void inside(Map<String, Object> stretch) {
        int days = (int) ChronoUnit.DAYS.between(from, to) + 1;
        int first = random.nextInt(days);
        int last = random.nextInt(4) == 0 ? days - 1 : first + random.nextInt(Math.min(20, days - first));
        stretch.put("from", from.plusDays(random.nextInt(4) == 0 ? 0 : first).toString());
        stretch.put("to", from.plusDays(last).toString());
    }

    private static boolean meet(Map<String, Object> one, Map<String, Object> other) {
        return !day(one, "from").isAfter(day(other, "to")) && !day(one, "to").isBefore(day(other, "from"));
    }

    private static boolean isOfOne(Map<String, Object> one, Map<String, Object> other) {
        Scalar<Integer> agency = Scalars.level1Agency();
        return agency.parse()
                .apply((String) one.get("agency"))
                .equals(agency.parse().apply((String) other.get("agency")));
    }

    private static LocalDate day(Map<String, Object> map, String key) {
        return LocalDate.parse((String) map.get(key));
    }

    /** There must be days on which what the shape wants can be sent. */
    private void shape(List<Map<String, Object>> bursts) {
        Map<String, Object> shape = draft.section("shape");
        bursts.removeIf(burst -> burst.get("percent").equals("0") && !wanted.contains("shape.bursts[].percent"));
        if (shape.containsKey("bursts")) {
            shape.put("bursts", new ArrayList<Object>(bursts));
        }
        if (!hasDay(shape, true)) {
            shape.remove("months");
        }
        if (!hasDay(shape, true) && !wanted.contains("shape.days-off")) {
            shape.remove("bursts");
        }
        if (!hasDay(shape, true)) {
            shape.put("days-off", "1");
        }
        if (!hasDay(shape, false)) {
            shape.put("days-off", "0");
        }
    }

    private boolean hasDay(Map<String, Object> shape, boolean worked) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            boolean works = day.getDayOfWeek().getValue() <= 5 && !daysOff.contains(day) || makeUpDays.contains(day);
            if (works == worked && isPlayed(shape, day) && (!worked || hasWeight(shape, day))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlayed(Map<String, Object> shape, LocalDate day) {
        return list(shape.get("bursts")).stream()
                .map(ScenarioDraft::map)
                .noneMatch(burst -> burst.get("percent").equals("0")
                        && !day.isBefore(day(burst, "from"))
                        && !day.isAfter(day(burst, "to")));
    }

    private static boolean hasWeight(Map<String, Object> shape, LocalDate day) {
        return !shape.containsKey("months")
                || !map(shape.get("months"))
                        .getOrDefault(Integer.toString(day.getMonthValue()), "0")
                        .equals("0");
    }
}
