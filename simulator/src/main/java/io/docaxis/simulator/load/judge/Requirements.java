package io.docaxis.simulator.load.judge;

import io.docaxis.simulator.load.measure.LatencyKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that a load has to keep, read from {@code --require 'e2e.p99 < 50ms, failed < 0.1%'}. Where nothing is said of failed
 * sends, none may fail.
 *
 * @param all as they were given, the default last
 */
public record Requirements(List<Requirement> all) {

    /** Nothing is asked. */
    public static final Requirements NONE = new Requirements(List.of());

    private static final String LATENCIES = "publish or e2e . p50 p75 p90 p95 p99 p99.9 p99.99 max";
    private static final String ALLOWED = LATENCIES + ", failed, lag, late, exact";
    private static final Map<String, LatencyKind> KINDS =
            Map.of("publish", LatencyKind.PUBLISH, "e2e", LatencyKind.E2E);
    private static final Map<String, Double> PERCENTILES = Map.of(
            "p50", 50.0, "p75", 75.0, "p90", 90.0, "p95", 95.0, "p99", 99.0, "p99.9", 99.9, "p99.99", 99.99, "max",
            100.0);
    private static final Pattern CLAUSE = Pattern.compile("([^<>=\\s]+)\\s*(<=|<|>=|>|==|=)\\s*(.*)");

    public Requirements {
        all = List.copyOf(all);
    }

    /**
     * Reads the values of an option that may be repeated.
     *
     * @throws BadRequirementsException with all that is wrong
     */
    public static Requirements parse(List<String> values) {
        List<Requirement> all = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String place = values.size() == 1 ? "requirement" : "requirement " + (i + 1);
            for (String clause : values.get(i).split(",|\\band\\b", -1)) {
                try {
                    all.add(one(clause.strip()));
                } catch (IllegalArgumentException e) {
                    problems.add(place + " '" + clause.strip() + "': " + e.getMessage());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new BadRequirementsException(problems);
        }
        if (all.stream().noneMatch(Requirement.OfFailed.class::isInstance)) {
            all.add(Requirement.OfFailed.NONE);
        }
        return new Requirements(all);
    }

    private static Requirement one(String clause) {
        if (clause.equals("exact")) {
            return new Requirement.OfProof(clause);
        }
        if (clause.isEmpty()) {
            throw new IllegalArgumentException("empty: want one such as e2e.p99 < 50ms");
        }
        Matcher matcher = CLAUSE.matcher(clause);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    isMeasure(clause)
                            ? "has no bound: want one such as " + clause + " < " + example(clause)
                            : "want a measure, < or <=, and a bound; a measure is one of: " + ALLOWED);
        }
        String measure = matcher.group(1);
        if (!isMeasure(measure)) {
            throw new IllegalArgumentException("no measure '" + measure + "': want one of " + ALLOWED);
        }
        if (!matcher.group(2).startsWith("<")) {
            throw new IllegalArgumentException("'" + matcher.group(2) + "' is no comparison here: want < or <=");
        }
        Quantity bound = Quantity.read(matcher.group(3))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no bound '" + matcher.group(3) + "': want one such as " + example(measure)));
        String written =
                measure + " " + matcher.group(2) + " " + matcher.group(3).replace(" ", "");
        return of(written, measure, matcher.group(2).equals("<="), bound);
    }

    private static boolean isMeasure(String measure) {
        String[] parts = measure.split("[.]", 2);
        return switch (measure) {
            case "failed", "lag", "late" -> true;
            default -> parts.length == 2 && KINDS.containsKey(parts[0]) && PERCENTILES.containsKey(parts[1]);
        };
    }

    private static String example(String measure) {
        return switch (measure) {
            case "failed" -> "0.1% or 20";
            case "lag" -> "1000 or 2s";
            case "late" -> "100";
            default -> "50ms, 1.5s or 800us";
        };
    }

    private static Requirement of(String written, String measure, boolean orEqual, Quantity bound) {
        BigDecimal value = bound.value();
        return switch (measure) {
            case "failed" -> {
                want(measure, bound, Quantity.Kind.COUNT, Quantity.Kind.SHARE);
                yield new Requirement.OfFailed(written, bound.kind() == Quantity.Kind.SHARE, orEqual, value);
            }
            case "lag" -> {
                want(measure, bound, Quantity.Kind.COUNT, Quantity.Kind.DURATION);
                yield bound.kind() == Quantity.Kind.COUNT
                        ? new Requirement.OfLagRecords(written, orEqual, value)
                        : new Requirement.OfLagTime(written, orEqual, value);
            }
            case "late" -> {
                want(measure, bound, Quantity.Kind.COUNT);
                yield new Requirement.OfLate(written, orEqual, value);
            }
            default -> {
                want(measure, bound, Quantity.Kind.DURATION);
                String[] parts = measure.split("[.]", 2);
                yield new Requirement.OfLatency(
                        written, KINDS.get(parts[0]), PERCENTILES.get(parts[1]), orEqual, value);
            }
        };
    }

    private static void want(String measure, Quantity bound, Quantity.Kind... kinds) {
        if (!List.of(kinds).contains(bound.kind())) {
            throw new IllegalArgumentException("a bound of the wrong unit: want one such as " + example(measure));
        }
        boolean whole = bound.value().stripTrailingZeros().scale() <= 0;
        if (bound.kind() == Quantity.Kind.COUNT && !whole) {
            throw new IllegalArgumentException("not a whole number: want one such as " + example(measure));
        }
    }

    /** As they can be given again. */
    public List<String> written() {
        return all.stream().map(Requirement::written).toList();
    }

    public List<Ruling> judge(Evidence evidence) {
        return all.stream().map(requirement -> requirement.judge(evidence)).toList();
    }

    /** The least bound of a latency, milliseconds; empty where there is none. */
    public OptionalDouble leastLatencyMs() {
        return all.stream()
                .map(Requirement::ofLatency)
                .flatMap(Optional::stream)
                .mapToDouble(Requirement.OfLatency::boundMs)
                .min();
    }

    /** The highest percentile of a latency that is asked for, {@code max} left out; empty where there is none. */
    public OptionalDouble highestPercentile() {
        return all.stream()
                .map(Requirement::ofLatency)
                .flatMap(Optional::stream)
                .mapToDouble(Requirement.OfLatency::percentile)
                .filter(percentile -> percentile < 100)
                .max();
    }
}
