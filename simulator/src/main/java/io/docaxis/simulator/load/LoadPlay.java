package io.docaxis.simulator.load;

import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.producer.publish.LoadSource;
import io.docaxis.producer.publish.LoadTarget;
import io.docaxis.producer.publish.SteadyClock;
import io.docaxis.producer.schedule.RatePlan;
import io.docaxis.simulator.load.consume.Drained;
import io.docaxis.simulator.load.consume.LoadConsumer;
import io.docaxis.simulator.load.measure.EventCount;
import io.docaxis.simulator.load.measure.LoadMeter;
import io.docaxis.simulator.load.measure.Stretch;
import io.docaxis.simulator.load.result.LoadEnd;
import io.docaxis.simulator.process.Meter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * One process' part of a load: gets ready, sends, waits for the consumer, and then says what was. What goes on outside of it, the user
 * among it, it is told by a {@link LoadSurroundings}. One thread plays it; any may ask how far it has come.
 */
public final class LoadPlay implements AutoCloseable {

    /** So that every thread is waiting when the load starts. */
    private static final long READY_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long LOOK_EVERY_MS = 100;

    private final LoadPlan plan;
    private final SteadyClock clock;
    private final LoadInstruments instruments;
    private final LoadSources sources;
    private final GcPauses pauses = new GcPauses();
    private final Meter meter = Meter.started();
    private LoadMeter recorded;
    private LoadSampler sampler;
    private LostRequirements lost;
    private LoadEnd end = LoadEnd.ORDERLY;
    private final ConsumerSide side;
    private final LoadConsumer consumer;
    private Stretch stretch;
    private long stoppedAtNs = Long.MAX_VALUE;
    private boolean isCutOff;

    /** @param side of the consumer, which has the instruments hear of what it does; closed by who made it */
    LoadPlay(
            LoadPlan plan,
            LoadTarget to,
            SteadyClock clock,
            FastPath path,
            LoadInstruments instruments,
            ConsumerSide side) {
        this.plan = plan;
        this.clock = clock;
        this.instruments = instruments;
        this.side = side;
        consumer = side.consumer();
        RatePlan rate = new RatePlan(plan.curve(), plan.arrivals());
        List<LoadSource> all = IntStream.range(0, plan.sources())
                .mapToObj(each -> new LoadSource(
                        to,
                        plan.run(),
                        plan.excerpt().world(),
                        plan.source(each),
                        rate,
                        plan.form(),
                        path,
                        clock,
                        instruments))
                .toList();
        sources = new LoadSources(all);
    }

    /**
     * Plays it to its end, or to where somebody or something ends it.
     *
     * @throws ClusterException if it cannot begin
     */
    void play(LoadSurroundings around) {
        if (!awaitReady(around)) {
            end = LoadEnd.INTERRUPTED;
            return;
        }
        // what is there to stay is moved once, now, and not in the first collections while something is due
        System.gc();
        stretch = plan.stretch(clock.nowNs(), READY_NS);
        begin();
        try {
            if (send(around)) {
                sampler.end(clock.nowNs());
                drain(around);
            }
        } catch (ClusterException ofConsumer) {
            cutOff(LoadEnd.byEnvironment(ofConsumer.getMessage()));
        }
    }

    /** Says whether sources came to where they were to end. */
    private boolean send(LoadSurroundings around) {
        while (!sources.haveEnded()) {
            around.look(state());
            Optional<LoadEnd> early = sampler.look(clock.nowNs()) ? early(around) : Optional.empty();
            if (stoppedAtNs == Long.MAX_VALUE && early.isPresent()) {
                stop(early.get());
                sources.stopInOrder();
            }
            boolean isOver = clock.nowNs() >= Math.min(stretch.endAtNs(), stoppedAtNs);
            Optional<String> gone = isOver ? around.longSilence() : Optional.empty();
            if (gone.isPresent()) {
                return cutOff(new LoadEnd(false, gone, end.breach()));
            }
            if (around.pause(LOOK_EVERY_MS)) {
                return cutOff(LoadEnd.INTERRUPTED);
            }
        }
        return true;
    }

    private boolean cutOff(LoadEnd how) {
        stop(how);
        isCutOff = true;
        sources.close();
        return false;
    }

    private boolean awaitReady(LoadSurroundings around) {
        while (!sources.areReady()) {
            around.look(LoadState.of("preparing"));
            if (around.pause(LOOK_EVERY_MS)) {
                return false;
            }
        }
        return true;
    }

    private void begin() {
        Set<EventCount> counted =
                EnumSet.of(EventCount.DUE, EventCount.SENT, EventCount.ACKNOWLEDGED, EventCount.FAILED);
        if (plan.consume().measuresEvents()) {
            counted.add(EventCount.CONSUMED);
            counted.add(EventCount.APPLIED);
        }
        recorded = new LoadMeter(stretch, counted);
        sampler = new LoadSampler(stretch, pauses, clock.nowNs(), side::lag);
        double whole = plan.curve().eventsDue();
        double warmUp = plan.curve().eventsBefore(plan.warmUp().toNanos());
        lost = new LostRequirements(
                plan.requirements(), stretch, (long) ((whole - warmUp) / plan.shards()), plan.eventsOfThisProcess());
        instruments.begin(recorded, lost);
        sources.begin(stretch.startAtNs());
    }

    /** Why it ends before its time, if it does. */
    private Optional<LoadEnd> early(LoadSurroundings around) {
        Optional<String> trouble = around.trouble();
        if (trouble.isPresent()) {
            return Optional.of(LoadEnd.byEnvironment(trouble.get()));
        }
        return plan.abortOnBreach() ? lost.lost().map(LoadEnd::byBreach) : Optional.empty();
    }

    /** What stands still is not waited for, nor is a cluster that is gone. */
    private void drain(LoadSurroundings around) {
        consumer.sendingEnded(instruments.lastAcknowledgedAtNs());
        if (sources.progress().failed() + sources.progress().unknown() > 0 && isGone(around)) {
            return;
        }
        while (consumer.drained().state() == Drained.State.READING) {
            around.look(state().draining());
            sampler.look(clock.nowNs());
            if (around.trouble().isPresent() || around.pause(LOOK_EVERY_MS)) {
                end = around.trouble().map(LoadEnd::byEnvironment).orElse(LoadEnd.INTERRUPTED);
                return;
            }
        }
        if (consumer.drained().state() == Drained.State.STANDS_STILL) {
            isGone(around);
        }
    }

    private boolean isGone(LoadSurroundings around) {
        Optional<String> silence = around.silence();
        if (silence.isPresent()) {
            end = new LoadEnd(false, silence, end.breach());
            isCutOff = true;
        }
        return isCutOff;
    }

    private LoadState state() {
        return LoadState.playing(stretch, clock.nowNs(), sources.progress(), consumer.progress());
    }

    private void stop(LoadEnd how) {
        end = how;
        stoppedAtNs = Math.min(stoppedAtNs, clock.nowNs());
        sampler.end(stoppedAtNs);
    }

    /** How it ended. */
    LoadEnd end() {
        return end;
    }

    /** When it was to start and to end; null: it never started. */
    Stretch stretch() {
        return stretch;
    }

    /** When it was ended early; {@link Long#MAX_VALUE}: it was not. */
    long stoppedAtNs() {
        return stoppedAtNs;
    }

    /** Whether nothing more is to be learned from the cluster: sources did not say how they end, or it does not answer. */
    boolean isCutOff() {
        return isCutOff;
    }

    LoadMeter recorded() {
        return recorded;
    }

    LoadSampler sampler() {
        return sampler;
    }

    Meter meter() {
        return meter;
    }

    LoadSources sources() {
        return sources;
    }

    @Override
    public void close() {
        sources.close();
        pauses.close();
        meter.close();
    }
}
