package io.docaxis.simulator.bench.load;

import io.docaxis.common.event.Topics;
import io.docaxis.simulator.bench.MeasuredStage;
import io.docaxis.simulator.process.ChildFailedException;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.report.Clients;
import io.docaxis.simulator.report.JsonReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A lap of the shipped command {@code load}. One thread. */
final class LoadCommandLeg {

    /** What it says once it has its verdict. */
    private static final Pattern SAID = Pattern.compile("^verdict: .*\\R", Pattern.MULTILINE);

    /** As a load of a minute has it. */
    private static final String REHEARSAL = "20s";

    private static final double US_PER_MS = 1_000;

    private final LoadBenchPlan plan;
    private final MeasuredStage stage;
    private final Topics topics;

    LoadCommandLeg(LoadBenchPlan plan, MeasuredStage stage, Topics topics) {
        this.plan = plan;
        this.stage = stage;
        this.topics = topics;
    }

    LoadLap run(LoadLeg leg, int round) throws InterruptedException {
        return switch (leg) {
            case LOAD_SENDS -> sends(round);
            case LOAD_PROVES -> proves(round);
            case LOAD_PACED -> paced(leg, "own", round);
            case LOAD_COUNTS -> paced(leg, "count", round);
            default -> throw new IllegalArgumentException(leg + ": no leg of the command load");
        };
    }

    /** All events are due within moments: the last one acknowledged is the one that waited longest. */
    private LoadLap sends(int round) throws InterruptedException {
        stage.awaitDone(start("none", LoadBenchPlan.BEYOND, plan.dueMs()));
        JsonNode result = result();
        long startedAtMs = at(result, "started_at");
        long endedAtMs = at(result, "ended_at")
                + Math.round(result.at("/latencies/publish/max_us").asLong() / US_PER_MS);
        return rate(LoadLeg.LOAD_SENDS, round, result, startedAtMs, endedAtMs);
    }

    private LoadLap proves(int round) throws InterruptedException {
        ProgramProcess load = start("own", LoadBenchPlan.BEYOND, plan.dueMs());
        stage.awaitPrinted(load, SAID);
        long endedAtMs = System.currentTimeMillis();
        stage.awaitDone(load);
        JsonNode result = result();
        requireExact(result);
        return rate(LoadLeg.LOAD_PROVES, round, result, at(result, "started_at"), endedAtMs);
    }

    private LoadLap rate(LoadLeg leg, int round, JsonNode result, long startedAtMs, long endedAtMs) {
        long events = acknowledged(result);
        if (events != plan.records()) {
            throw new ChildFailedException(
                    leg.words() + " sent " + events + " events; want " + plan.records() + ", as the others");
        }
        return new LoadLap(
                leg,
                round,
                events,
                (endedAtMs - startedAtMs) / 1000.0,
                Optional.empty(),
                stage.usage(startedAtMs, endedAtMs),
                Clients.read(result.get("clients")),
                List.of());
    }

    private LoadLap paced(LoadLeg leg, String consume, int round) throws InterruptedException {
        stage.awaitDone(start(consume, LoadBenchPlan.RATE, plan.seconds() * 1000L));
        JsonNode result = result();
        if (leg.isProved()) {
            requireExact(result);
        }
        List<String> objections = new ArrayList<>();
        result.at("/validity/reasons")
                .forEach(reason -> objections.add("load says that it is invalid: " + reason.asString()));
        return new LoadLap(
                leg,
                round,
                acknowledged(result),
                result.at("/stretch/measured_seconds").asDouble(),
                Optional.of(LapLatency.of(result.at("/latencies/e2e"))),
                stage.usage(at(result, "measured_from"), at(result, "ended_at")),
                Clients.read(result.get("clients")),
                objections);
    }

    private ProgramProcess start(String consume, int rate, long durationMs) {
        return stage.startOn(
                topics,
                MeasuredStage.GENERATOR,
                ProgramProcess.optionsOfALoad(),
                "load",
                plan.scenario(),
                "--consume",
                consume,
                "--size",
                LoadBenchPlan.SIZE + "B",
                "--rate",
                rate + "/s",
                "--duration",
                durationMs + "ms",
                "--rehearse",
                REHEARSAL,
                "--allow-invalid",
                "--results",
                results().toString());
    }

    private Path results() {
        return stage.directory().resolve("results");
    }

    private JsonNode result() {
        JsonNode result = JsonReport.read(results().resolve("result.json"));
        long offered = result.at("/books/offered").asLong();
        if (acknowledged(result) != offered) {
            throw new ChildFailedException(
                    "load: of " + offered + " events " + acknowledged(result) + " were acknowledged; want all");
        }
        return result;
    }

    private static long acknowledged(JsonNode result) {
        return result.at("/books/acknowledged").asLong();
    }

    private static void requireExact(JsonNode result) {
        String finding = result.at("/proof/finding").asString();
        if (!finding.equals("exact")) {
            throw new ChildFailedException("what load's consumer concluded is " + finding + ": "
                    + result.at("/proof/reasons") + "; want exact");
        }
    }

    private static long at(JsonNode result, String instant) {
        return Instant.parse(result.at("/stretch/" + instant).asString()).toEpochMilli();
    }
}
