package io.docaxis.simulator.command;

import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.producer.schedule.RatePlan;
import io.docaxis.producer.schedule.RateSchedule;
import io.docaxis.simulator.load.DryRun;
import io.docaxis.simulator.load.LoadPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Writes what a load would send, and sends nothing. */
final class DryRunOutput {

    /** Instead of a file: standard output. */
    static final String STANDARD = "-";

    private DryRunOutput() {}

    /**
     * Writes it whole: of all shards, from the instant at which it would start.
     *
     * @param partitions 0: as many as a new topic has
     * @return the exit code
     */
    static int write(LoadPlan plan, int partitions, Path to, PrintWriter out) {
        Instant start = plan.startAt().orElseGet(Instant::now);
        long startsAtNs = TimeUnit.SECONDS.toNanos(start.getEpochSecond()) + start.getNano();
        RatePlan rate = new RatePlan(plan.curve(), plan.arrivals());
        int sources = plan.run().sources();
        RateSchedule[] schedules = new RateSchedule[sources];
        for (int source = 0; source < sources; source++) {
            schedules[source] = rate.schedule(source, sources, startsAtNs);
        }
        DryRun run = new DryRun(
                plan.excerpt(),
                plan.run(),
                partitions == 0 ? TopicSetup.DEFAULT_PARTITIONS : partitions,
                plan.form(),
                (source, number) -> schedules[source].intendedAtNs(number));
        try {
            if (to.toString().equals(STANDARD)) {
                run.write(out, Long.MAX_VALUE);
            } else {
                try (Writer file = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
                    long lines = run.write(file, Long.MAX_VALUE);
                    out.println(lines + " events written to '" + to + "'; nothing was sent");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.EXACT;
    }
}
