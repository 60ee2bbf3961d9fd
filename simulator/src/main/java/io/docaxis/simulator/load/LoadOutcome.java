package io.docaxis.simulator.load;

import io.docaxis.common.kafka.ClusterException;
import io.docaxis.producer.publish.LoadProgress;
import io.docaxis.simulator.load.consume.Drained;
import io.docaxis.simulator.load.judge.Conditions;
import io.docaxis.simulator.load.judge.Proof;
import io.docaxis.simulator.load.judge.Validity;
import io.docaxis.simulator.load.measure.EventCount;
import io.docaxis.simulator.load.measure.LagSample;
import io.docaxis.simulator.load.measure.LatencyKind;
import io.docaxis.simulator.load.measure.Measured;
import io.docaxis.simulator.load.measure.Stretch;
import io.docaxis.simulator.load.result.LoadAsked;
import io.docaxis.simulator.load.result.LoadBooks;
import io.docaxis.simulator.load.result.LoadDelivery;
import io.docaxis.simulator.load.result.LoadEnd;
import io.docaxis.simulator.load.result.LoadGroup;
import io.docaxis.simulator.load.result.LoadPlace;
import io.docaxis.simulator.load.result.LoadProof;
import io.docaxis.simulator.load.result.LoadResult;
import io.docaxis.simulator.load.result.LoadUsage;
import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.Client;
import io.docaxis.simulator.report.Clients;
import io.docaxis.simulator.report.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Makes a load's result of what its sources, its consumer and its instruments know. Of the thread that played it. */
final class LoadOutcome {

    private static final double NS = 1e9;
    private static final long NS_PER_MS = 1_000_000;

    private final LoadPlan plan;
    private final LoadPlay play;
    private final ConsumerSide side;
    private final Client producer;

    LoadOutcome(LoadPlan plan, LoadPlay play, ConsumerSide side, Client producer) {
        this.plan = plan;
        this.play = play;
        this.side = side;
        this.producer = producer;
    }

    /**
     * What came of it.
     *
     * @param givesUp whether the consumer's conclusions are not to be waited for any longer
     */
    LoadResult result(BooleanSupplier givesUp) {
        LoadProgress sent = play.sources().progress();
        Stretch stretch = play.stretch();
        Stretch really = play.end().isOrderly() ? stretch : stretch.endedAt(play.stoppedAtNs());
        Measured measured = play.recorded().measured(really);
        List<LagSample> lags = play.sampler().lags();
        LoadEnd end = play.end();
        ConsumerSide.Findings findings;
        if (end.interrupted() || play.isCutOff()) {
            findings = notLookedAt(end.environment().orElse("the load was interrupted"));
        } else {
            try {
                findings = side.findings(sent, play.sources().failures(), lags, givesUp);
            } catch (ClusterException e) {
                findings = notLookedAt(e.getMessage());
                end = end.environment().isPresent() ? end : LoadEnd.byEnvironment(e.getMessage());
            }
        }
        if (givesUp.getAsBoolean() && !end.interrupted()) {
            end = LoadEnd.INTERRUPTED;
        }
        Optional<Usage> whole = usage(really);
        Clients clients = new Clients(Optional.of(producer), side.client());
        return new LoadResult(
                new LoadAsked(
                        plan.run().scenario().name(),
                        plan.run().seed(),
                        plan.run().id(),
                        plan.settings(),
                        List.of(plan.shard()),
                        plan.shards()),
                end,
                measured,
                new LoadBooks(
                        OptionalLong.of(sent.scheduled()),
                        OptionalLong.of(sent.acknowledged()),
                        OptionalLong.of(sent.failed()),
                        OptionalLong.of(sent.unknown()),
                        findings.withheld()),
                findings.delivery(),
                group(lags, really),
                proof(findings.proof(), sent),
                new LoadUsage(whole, play.sampler().usage()),
                plan.requirements(),
                validity(measured, whole, clients, sent, end),
                LoadPlace.here(clients));
    }

    /** Where nothing is proved, too, it is said why sends failed. */
    private LoadProof proof(LoadProof found, LoadProgress sent) {
        if (found.finding() != Proof.NOT_PROVED || sent.failed() == 0) {
            return found;
        }
        List<String> reasons = new ArrayList<>(found.reasons());
        reasons.addAll(play.sources().failures());
        return new LoadProof(Proof.NOT_PROVED, reasons);
    }

    private static ConsumerSide.Findings notLookedAt(String why) {
        return new ConsumerSide.Findings(
                LoadDelivery.UNKNOWN, new LoadProof(Proof.NOT_PROVED, List.of(why)), OptionalLong.empty());
    }

    private Optional<LoadGroup> group(List<LagSample> lags, Stretch stretch) {
        if (plan.consume().kind() == Consumption.Kind.NONE) {
            return Optional.empty();
        }
        int lastDue = stretch.second(stretch.endAtNs() - 1);
        Optional<LagSample> atEnd =
                lags.stream().filter(lag -> lag.second() <= lastDue).reduce((one, next) -> next);
        Drained drained = side.consumer().drained();
        String remark = side.remark();
        return Optional.of(new LoadGroup(
                side.group().isEmpty() ? plan.consume().toString() : side.group(),
                lags,
                atEnd.map(LagSample::records).orElse(OptionalLong.empty()),
                atEnd.map(LagSample::seconds).orElse(OptionalDouble.empty()),
                drained.tookNs().isPresent()
                        ? OptionalDouble.of(drained.tookNs().getAsLong() / NS)
                        : OptionalDouble.empty(),
                remark.isEmpty() ? drained.words() : drained.words() + "; " + remark));
    }

    private Optional<Usage> usage(Stretch stretch) {
        return stretch.measuredSeconds() > 0
                ? Optional.of(
                        play.meter().between(stretch.measuredFromAtNs() / NS_PER_MS, stretch.endAtNs() / NS_PER_MS))
                : Optional.empty();
    }

    private Validity validity(
            Measured measured, Optional<Usage> whole, Clients clients, LoadProgress sent, LoadEnd end) {
        List<String> doubts = new ArrayList<>();
        whole.ifPresent(usage -> doubts.addAll(Trust.doubts("while measuring", usage)));
        if (!producer.isAsWanted()) {
            doubts.add("the producer was not on its fast path: " + producer.how());
        }
        side.client()
                .filter(client -> !client.isAsWanted())
                .ifPresent(client -> doubts.add("the consumer was not on its fast path: " + client.how()));
        if (plan.shards() > 1) {
            doubts.add("one shard of " + plan.shards() + ": what others sent is measured by their clocks");
        }
        boolean ranOut = end.isOrderly() && sent.missed() > 0;
        return new Conditions(
                        measured.latency(LatencyKind.SCHEDULE_SLIP),
                        play.sampler().waited(),
                        measured.stretch().measuredSeconds(),
                        measured.count(EventCount.SENT),
                        ranOut
                                ? Optional.of(sent.missed() + " events of this process were due, and there were none")
                                : Optional.empty(),
                        play.sampler().longestPauseMs(),
                        measured.clockDoubts(),
                        doubts)
                .judge(plan.requirements(), plan.allowInvalid());
    }
}
