package io.docaxis.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Skipping;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.process.Procfs;
import io.docaxis.simulator.process.ProgramProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 200 viewers beside a run at an hour a second, of whom 100 take one byte a second or none. Simulated days without and with them are compared, as
 * without, with, with, without: what becomes faster or slower in time is in both.
 */
@Tag("slow")
class ManyViewersIT {

    private static final Pattern FIRST_LINE = Pattern.compile("^http://127\\.0\\.0\\.1:(\\d+)/ shows it");
    private static final Pattern HEAP = Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\",[^}]*} (\\S+)");
    /** Of a simulated day. */
    private static final long DAY_MS = 24_000;

    private static final double MOST_CORES = 0.1;
    private static final long MOST_HEAP_BYTES = 32 << 20;
    private static final double MOST_OTHERS_CORES = 0.2;

    /** Processor time of a day in cores, and of everybody else on the machine. */
    private record Day(double run, double others) {}

    @Test
    void twoHundredViewersCostLittleAndKeepNothing() throws Exception {
        try (ProgramProcess run = ProgramProcess.start("run", "silent-province", "--speed", "3600x")) {
            int port = Integer.parseInt(run.awaitPrinted(FIRST_LINE).group(1));
            // the first day is of compiling
            day(run);
            List<Day> without = new ArrayList<>();
            List<Day> with = new ArrayList<>();
            List<Long> heap = new ArrayList<>();
            without.add(day(run));
            heap.add(heap(run, port));
            long messages;
            long bytes;
            try (Viewers viewers = new Viewers(port, 100, 50, 50)) {
                Waiting.until("all to be served", () -> viewers.messages() >= 300);
                heap.add(heap(run, port));
                with.add(day(run));
                with.add(day(run));
                heap.add(heap(run, port));
                messages = viewers.messages();
                bytes = viewers.bytes();
            }
            without.add(day(run));
            heap.add(heap(run, port));
            double added = run(with) - run(without);
            System.out.printf(
                    "200 viewers: %.3f cores with, %.3f without, so %.3f added; %d messages and %d MB read by 100 of them; MiB of heap after"
                            + " collection: %s (before, with, with two days later, after); others took %.2f cores%n",
                    run(with),
                    run(without),
                    added,
                    messages,
                    bytes / 1_000_000,
                    heap.stream().map(each -> each >> 20).toList(),
                    others(with, without));
            assertThat(run.isRunning()).isTrue();
            // one a second to each of a hundred, for two days
            assertThat(messages).isGreaterThan(100 * 2 * DAY_MS / 1_000 / 2);
            assertThat(heap.get(2) - heap.get(1))
                    .as("heap while they are there")
                    .isLessThan(MOST_HEAP_BYTES);
            assertThat(heap.get(3) - heap.get(0)).as("heap after them").isLessThan(MOST_HEAP_BYTES);
            if (added > MOST_CORES && others(with, without) > MOST_OTHERS_CORES) {
                Skipping.because("twoHundredViewersCostLittleAndKeepNothing", "others work on this machine");
            }
            assertThat(added).isLessThan(MOST_CORES);
        }
    }

    private static double run(List<Day> days) {
        return days.stream().mapToDouble(Day::run).average().orElseThrow();
    }

    private static double others(List<Day> some, List<Day> more) {
        return (others(some) + others(more)) / 2;
    }

    private static double others(List<Day> days) {
        return days.stream().mapToDouble(Day::others).average().orElseThrow();
    }

    private static Day day(ProgramProcess run) throws InterruptedException {
        long own = ProcessHandle.current().pid();
        long begunNs = System.nanoTime();
        long run0 = Procfs.cpuMs(run.pid()).orElseThrow();
        long own0 = Procfs.cpuMs(own).orElseThrow();
        long all0 = Procfs.machineCpuMs().orElseThrow();
        TimeUnit.MILLISECONDS.sleep(DAY_MS);
        double ms = (System.nanoTime() - begunNs) / 1e6;
        long runMs = Procfs.cpuMs(run.pid()).orElseThrow() - run0;
        long ownMs = Procfs.cpuMs(own).orElseThrow() - own0;
        long allMs = Procfs.machineCpuMs().orElseThrow() - all0;
        return new Day(runMs / ms, (allMs - runMs - ownMs) / ms);
    }

    /** What is in use after everything that nobody needs was collected. */
    private static long heap(ProgramProcess run, int port) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process collection = new ProcessBuilder(jcmd.toString(), String.valueOf(run.pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(collection.waitFor()).isZero();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                .build();
        String metrics = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return Math.round(HEAP.matcher(metrics)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum());
    }
}
