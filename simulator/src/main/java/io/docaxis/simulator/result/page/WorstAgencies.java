package io.docaxis.simulator.result.page;

import static io.docaxis.simulator.result.page.JsonCells.each;

import io.docaxis.simulator.report.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** All agencies of level 1, worst first: by the share of their duties that is late or overdue, then by how many are. */
final class WorstAgencies {

    /** Sums over duties; empty as soon as one is unknown. */
    private record Missed(OptionalLong missed, OptionalLong decided) {

        static Missed of(OptionalLong onTime, OptionalLong late, OptionalLong overdue) {
            OptionalLong missed = plus(late, overdue);
            return new Missed(missed, plus(missed, onTime));
        }

        Missed and(Missed other) {
            return new Missed(plus(missed, other.missed), plus(decided, other.decided));
        }

        /** Below every other where it is unknown. */
        double share() {
            return missed.isEmpty() || decided.isEmpty()
                    ? -1
                    : (double) missed.getAsLong() / Math.max(1, decided.getAsLong());
        }

        String counts() {
            return missed.isEmpty() || decided.isEmpty()
                    ? JsonCells.UNKNOWN
                    : Wording.number(missed.getAsLong()) + " of " + Wording.number(decided.getAsLong());
        }

        String percent() {
            return missed.isEmpty() || decided.isEmpty()
                    ? JsonCells.UNKNOWN
                    : Wording.percent(missed.getAsLong(), decided.getAsLong());
        }

        private static OptionalLong plus(OptionalLong one, OptionalLong other) {
            return one.isPresent() && other.isPresent()
                    ? OptionalLong.of(one.getAsLong() + other.getAsLong())
                    : OptionalLong.empty();
        }
    }

    /** @param duties by obligation */
    private record Row(JsonNode agency, List<Missed> duties, Missed all) {}

    private final List<String> obligations;
    private final List<String> columns;
    private final List<JsonNode> agencies;
    private final Map<String, String> names = new HashMap<>();

    WorstAgencies(JsonNode section, JsonNode catalogue) {
        obligations = each(section.path("obligations")).map(JsonCells::words).toList();
        columns = each(section.path("columns")).map(JsonCells::text).toList();
        agencies = each(section.path("rows")).toList();
        each(catalogue.path("agencies"))
                .forEach(agency -> names.put(
                        agency.path("code").asString(""), agency.path("name").asString("")));
    }

    List<String> head() {
        List<String> head = new ArrayList<>(List.of("agency", "share", "all"));
        head.addAll(obligations);
        head.addAll(List.of("oldest overdue", "silent"));
        return head;
    }

    List<List<String>> rows() {
        return agencies.stream()
                .map(this::row)
                .sorted(Comparator.comparingDouble((Row row) -> row.all().share())
                        .thenComparingLong(row -> row.all().missed().orElse(-1))
                        .reversed())
                .map(this::cells)
                .toList();
    }

    private Row row(JsonNode agency) {
        List<Missed> duties = each(agency.path("duties"))
                .map(counts -> Missed.of(count(counts, "on_time"), count(counts, "late"), count(counts, "overdue")))
                .toList();
        return new Row(
                agency,
                duties,
                duties.stream().reduce(Missed::and).orElse(new Missed(OptionalLong.empty(), OptionalLong.empty())));
    }

    private OptionalLong count(JsonNode counts, String column) {
        JsonNode value = counts.path(columns.indexOf(column));
        return value.isNumber() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
    }

    private List<String> cells(Row row) {
        String code = JsonCells.text(row.agency().path("code"));
        List<String> cells = new ArrayList<>();
        cells.add((code + " " + names.getOrDefault(code, "")).strip());
        cells.add(row.all().percent());
        cells.add(row.all().counts());
        row.duties().forEach(duty -> cells.add(duty.counts()));
        cells.add(oldest(row.agency()));
        cells.add(silence(row.agency()));
        return cells;
    }

    /** Of all obligations; a dash where none is overdue, or for how long is unknown. */
    private String oldest(JsonNode agency) {
        OptionalLong oldest = each(agency.path("duties"))
                .map(counts -> count(counts, "oldest_s"))
                .flatMapToLong(OptionalLong::stream)
                .max();
        return oldest.isPresent() ? Wording.duration(oldest.getAsLong()) : "–";
    }

    private static String silence(JsonNode agency) {
        boolean silent = agency.path("silent").asBoolean(false);
        return silent
                ? "since " + JsonCells.instant(agency.path("silent_since"))
                : JsonCells.yesOrNo(agency.path("silent"));
    }
}
