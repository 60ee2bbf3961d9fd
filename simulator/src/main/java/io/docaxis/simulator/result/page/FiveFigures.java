package io.docaxis.simulator.result.page;

import static io.docaxis.simulator.result.page.JsonCells.duration;
import static io.docaxis.simulator.result.page.JsonCells.each;
import static io.docaxis.simulator.result.page.JsonCells.number;
import static io.docaxis.simulator.result.page.JsonCells.sum;
import static io.docaxis.simulator.result.page.JsonCells.whole;

import io.docaxis.simulator.report.Wording;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The three lags, which are never mixed, the traffic, and how much was on time. */
record FiveFigures(JsonNode run, JsonNode obligations, JsonNode groups) {

    List<List<String>> rows() {
        return List.of(transportLag(), eventLag(), responseLag(), traffic(), onTime());
    }

    private List<String> transportLag() {
        String name = run.path("prefix").asString("") + ".exchange";
        JsonNode own = each(groups.path("groups"))
                .filter(group -> group.path("group").asString("").equals(name))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
        return List.of("transport lag", number(own.path("lag")) + " records", "oldest " + duration(own.path("lag_s")));
    }

    private List<String> eventLag() {
        JsonNode lag = run.path("event_lag");
        JsonNode unknown = lag.path("unknown_partitions");
        return List.of(
                "event lag",
                duration(lag.path("lag_s")),
                unknown.isNumber() && unknown.asInt() == 0
                        ? "known in all partitions"
                        : "partitions in which it is unknown: " + number(unknown));
    }

    private List<String> responseLag() {
        JsonNode all = obligations.path("obligations");
        return List.of(
                "response lag",
                whole(sum(all, "overdue")) + " overdue",
                whole(sum(all, "final")) + " final · " + whole(sum(all, "confirmed")) + " confirmed · "
                        + whole(sum(all, "provisional")) + " provisional · clock doubtful "
                        + number(obligations.path("clock_doubtful")));
    }

    private List<String> traffic() {
        JsonNode traffic = run.path("traffic");
        return List.of(
                "traffic",
                number(traffic.path("sent")) + " sent",
                number(traffic.path("intended")) + " intended · " + number(traffic.path("failed")) + " failed · "
                        + number(traffic.path("read")) + " consumed");
    }

    private List<String> onTime() {
        JsonNode all = obligations.path("obligations");
        OptionalDouble onTime = sum(all, "on_time");
        OptionalDouble answered = plus(onTime, sum(all, "late"));
        OptionalDouble decided = plus(plus(answered, sum(all, "confirmed")), sum(all, "final"));
        return List.of("on time", share(onTime, decided), "of the answered " + share(onTime, answered));
    }

    private static OptionalDouble plus(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() + other.getAsDouble())
                : OptionalDouble.empty();
    }

    private static String share(OptionalDouble part, OptionalDouble whole) {
        return part.isPresent() && whole.orElse(0) > 0
                ? Wording.share(OptionalDouble.of(part.getAsDouble() / whole.getAsDouble()))
                : JsonCells.UNKNOWN;
    }
}
