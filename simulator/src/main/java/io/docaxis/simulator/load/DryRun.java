package io.docaxis.simulator.load;

import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.simulator.terminal.OutputLostException;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What a load would send, without sending it: documents and statuses of all sources in the order of their intended instants, a line of JSON each.
 * Ticks and markers, which depend on partitions and the clock, are left out. Memory does not grow with the number of lines. One instance, one run.
 */
public final class DryRun {

    private final PriorityQueue<DrySource> sources = new PriorityQueue<>(
            Comparator.comparingLong(DrySource::intendedAtNs).thenComparingInt(DrySource::number));

    private final DryLine line;

    /**
     * @param run whose number of sources counts
     * @param partitions of the topic
     * @param form in which events would be sent
     */
    public DryRun(Excerpt excerpt, RunIdentity run, int partitions, EventForm form, IntendedInstants instants) {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions " + partitions + ": want 1 or more");
        }
        line = new DryLine(form);
        for (int k = 0; k < run.sources(); k++) {
            DrySource source = new DrySource(excerpt, run, k, partitions, form, instants);
            if (source.next()) {
                sources.add(source);
            }
        }
    }

    /**
     * Writes until nothing is due any more or there are enough lines, and gives how many there are. Where the reader of a pipe has gone, it stops: that is
     * how readers say that they have enough.
     *
     * @throws IOException if the writer cannot write
     */
    public long write(Writer to, long mostLines) throws IOException {
        long lines = 0;
        try {
            while (lines < mostLines && !sources.isEmpty()) {
                DrySource source = sources.poll();
                to.write(line.of(source));
                lines++;
                if (source.next()) {
                    sources.add(source);
                }
            }
            to.flush();
        } catch (OutputLostException e) {
            if (!e.hasReaderGone()) {
                throw e;
            }
        }
        return lines;
    }
}
