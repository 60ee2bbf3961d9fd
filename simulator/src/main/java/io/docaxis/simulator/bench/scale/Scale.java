package io.docaxis.simulator.bench.scale;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.simulator.bench.WorkDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A session: every run alone on the machine, the small ones first. */
public final class Scale {

    /** What an event leaves on disk at most, in all topics together; measured: see docs/bench.md. */
    private static final long DISK_BYTES_AN_EVENT = 150;
    /** Events that come of a document sent. */
    private static final long EVENTS_A_DOCUMENT = 11;
    /** Dispatches of a document that stay open if nobody answers, rounded down, in thousandths. */
    private static final long OPEN_PER_MILLE = 3_400;

    private final ScalePlan plan;
    private final Consumer<String> says;
    private final List<String> leftOut = new ArrayList<>();

    /** @param says told what happens, a line at a time */
    public Scale(ScalePlan plan, Consumer<String> says) {
        this.plan = plan;
        this.says = says;
    }

    public ScaleResult run() throws InterruptedException {
        try (WorkDirectory work = WorkDirectory.open()) {
            return new ScaleResult(plan.scenario(), volumes(work), catalogues(work), restores(work), leftOut);
        }
    }

    private List<ScaleRun> volumes(WorkDirectory work) throws InterruptedException {
        List<ScaleRun> runs = new ArrayList<>();
        int agencies = AgencyCatalogue.level1().size();
        for (double factor : plan.factors().stream().sorted().toList()) {
            String name = String.format(Locale.ROOT, factor == Math.rint(factor) ? "%.0f×" : "%s×", factor);
            run(runs, name, factor, agencies, plan.scenario(), work);
        }
        return runs;
    }

    private List<ScaleRun> catalogues(WorkDirectory work) throws InterruptedException {
        List<ScaleRun> runs = new ArrayList<>();
        for (int agencies : plan.agencies().stream().sorted().toList()) {
            Path scenario = work.path().resolve("agencies-" + agencies + ".yaml");
            write(scenario, Catalogues.with(Scenarios.text(plan.scenario()), agencies));
            run(runs, String.format(Locale.ROOT, "%,d agencies", agencies), 1, agencies, scenario.toString(), work);
        }
        return runs;
    }

    private void run(List<ScaleRun> runs, String name, double factor, int agencies, String scenario, WorkDirectory work)
            throws InterruptedException {
        long documents = Math.round(Scenarios.read(plan.scenario()).volume().documents() * factor);
        long needed = documents * EVENTS_A_DOCUMENT * DISK_BYTES_AN_EVENT;
        long free = work.path().toFile().getUsableSpace();
        if (free < needed) {
            leftOut.add(String.format(
                    Locale.ROOT,
                    "%s: wants %.1f GB of disk, '%s' has %.1f GB",
                    name,
                    needed / 1e9,
                    work.path(),
                    free / 1e9));
            return;
        }
        says.accept(name + " …");
        Path directory = work.directory("run");
        ScaleRun run = new Runs(plan.fastClients()).run(name, factor, agencies, scenario, documents, directory);
        WorkDirectory.remove(directory);
        runs.add(run);
        says.accept(ScaleText.line(run));
    }

    private List<Restore> restores(WorkDirectory work) throws InterruptedException {
        List<Restore> restores = new ArrayList<>();
        Path scenario = work.path().resolve("unanswered.yaml");
        write(scenario, unanswered());
        for (long open : plan.open().stream().sorted().toList()) {
            says.accept(String.format(Locale.ROOT, "%,d open dispatches …", open));
            Path directory = work.directory("restore");
            long documents = (open * 1000 + OPEN_PER_MILLE - 1) / OPEN_PER_MILLE;
            Restore restore = new Restores(plan.fastClients()).restore(scenario, documents, directory);
            WorkDirectory.remove(directory);
            restores.add(restore);
            says.accept(ScaleText.line(restore));
        }
        return restores;
    }

    private static String unanswered() {
        try (InputStream in = Scale.class.getResourceAsStream("/bench/unanswered.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
