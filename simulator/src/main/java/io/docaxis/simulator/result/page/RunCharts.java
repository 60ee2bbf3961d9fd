package io.docaxis.simulator.result.page;

import static io.docaxis.simulator.result.page.JsonCells.each;

import io.docaxis.simulator.report.Axis;
import io.docaxis.simulator.report.Chart;
import io.docaxis.simulator.report.Chart.Look;
import io.docaxis.simulator.report.Chart.Point;
import io.docaxis.simulator.report.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What happened over the run, as pictures over wall clock. What is unknown is a gap. */
final class RunCharts {

    private static final double SECONDS_AN_HOUR = 3_600;

    private final List<String> columns;
    private final List<JsonNode> points;
    private final JsonNode marks;
    private final double startMs;
    private final Axis time;

    /** @param history with one point or more */
    RunCharts(JsonNode history) {
        columns = each(history.path("columns")).map(JsonCells::text).toList();
        points = each(history.path("points")).toList();
        marks = history.path("marks");
        startMs = value(points.get(0), "at_ms");
        time = Axis.seconds(seconds(value(points.get(points.size() - 1), "at_ms")));
    }

    List<Chart> all() {
        return List.of(rates(), unread(), timeLag(), eventLag(), late());
    }

    /** When, since the start, what, its state and why. */
    List<List<String>> marks() {
        return each(marks)
                .map(mark -> List.of(
                        Wording.duration(Math.round(seconds(mark.path("at_ms").asDouble()))),
                        JsonCells.text(mark.path("kind")) + " " + JsonCells.text(mark.path("name")),
                        JsonCells.text(mark.path("state")),
                        mark.path("text").asString("")))
                .toList();
    }

    private Chart rates() {
        List<Point> intended = perSecond("intended");
        List<Point> sent = perSecond("sent");
        List<Point> read = perSecond("read");
        return new Chart("Events a second", time, Axis.counted("events a second", most(List.of(intended, sent, read))))
                .line("intended", Look.WANTED, intended)
                .line("sent", Look.SOLID, sent)
                .line("consumed", Look.DASHED, read);
    }

    private Chart unread() {
        List<Point> lag = as("lag_records", 1);
        return new Chart("Transport lag", time, Axis.counted("records not consumed", most(List.of(lag))))
                .line("lag", Look.SOLID, lag);
    }

    private Chart timeLag() {
        List<Point> lag = as("lag_s", 1);
        List<Point> least = as("lag_least_s", 1);
        return new Chart(
                        "Transport lag in time",
                        time,
                        Axis.measured("age of the first record that was not consumed, s", most(List.of(lag, least))))
                .line("at most", Look.SOLID, lag)
                .line("at least", Look.DASHED, least);
    }

    private Chart eventLag() {
        List<Point> lag = as("event_lag_s", SECONDS_AN_HOUR);
        return new Chart(
                        "Event lag",
                        time,
                        Axis.measured("watermark behind the newest simulated time, h", most(List.of(lag))))
                .line("lag", Look.SOLID, lag);
    }

    private Chart late() {
        List<List<Point>> lines = List.of(
                as("late_respond", 1), as("late_acknowledge", 1), as("late_send", 1), as("late_answer_recall", 1));
        return new Chart("Response lag", time, Axis.counted("duties late or overdue", most(lines)))
                .line("respond", Look.SOLID, lines.get(0))
                .line("acknowledge", Look.DASHED, lines.get(1))
                .line("send", Look.DOTTED, lines.get(2))
                .line("answer recall", Look.WANTED, lines.get(3));
    }

    private List<Point> as(String column, double unit) {
        return line(point -> value(point, column) / unit);
    }

    /** Of a count since the start; a point stands for the time since the one before. A count that began anew is a gap. */
    private List<Point> perSecond(String column) {
        List<Point> rates = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            double more = value(points.get(i), column) - value(points.get(i - 1), column);
            double passedS = (value(points.get(i), "at_ms") - value(points.get(i - 1), "at_ms")) / 1_000;
            rates.add(new Point(
                    seconds(value(points.get(i), "at_ms")), more >= 0 && passedS > 0 ? more / passedS : Double.NaN));
        }
        return rates;
    }

    private List<Point> line(Function<JsonNode, Double> height) {
        return points.stream()
                .map(point -> new Point(seconds(value(point, "at_ms")), height.apply(point)))
                .toList();
    }

    private double seconds(double atMs) {
        return (atMs - startMs) / 1_000;
    }

    private double value(JsonNode point, String column) {
        JsonNode value = point.path(columns.indexOf(column));
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }

    /** 1 where nothing is known. */
    private static double most(List<List<Point>> lines) {
        return lines.stream()
                .flatMap(List::stream)
                .mapToDouble(Point::up)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
    }
}
