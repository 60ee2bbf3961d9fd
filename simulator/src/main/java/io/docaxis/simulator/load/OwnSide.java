package io.docaxis.simulator.load;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.producer.publish.LoadProgress;
import io.docaxis.simulator.load.consume.LoadConsumer;
import io.docaxis.simulator.load.consume.OwnConsumer;
import io.docaxis.simulator.load.judge.Proof;
import io.docaxis.simulator.load.measure.LagSample;
import io.docaxis.simulator.load.result.LoadDelivery;
import io.docaxis.simulator.load.result.LoadProof;
import io.docaxis.simulator.report.Client;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.result.RunCost;
import io.docaxis.simulator.result.RunReport;
import io.docaxis.simulator.result.TallyFigures;
import io.docaxis.simulator.result.VerdictText;
import io.docaxis.simulator.result.Verification;
import io.docaxis.simulator.service.WatchedConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** docaxis' own consumer in this process, and the proof of what it concludes. */
final class OwnSide implements ConsumerSide {

    /** With a tally that does not change, and a ledger that does not end. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final Topics topics;
    private final WatchedConsumer watched;
    private final OwnConsumer consumer;
    private final Set<Integer> sources;

    /**
     * @param consumer around the watched one, which it closes
     * @param sources of this process, by their numbers in the load
     */
    OwnSide(Cluster cluster, Topics topics, WatchedConsumer watched, OwnConsumer consumer, Set<Integer> sources) {
        this.cluster = cluster;
        this.topics = topics;
        this.watched = watched;
        this.consumer = consumer;
        this.sources = Set.copyOf(sources);
    }

    @Override
    public LoadConsumer consumer() {
        return consumer;
    }

    @Override
    public LagSample lag(int second) {
        return new LagSample(second, consumer.progress().lag(), consumer.lagSeconds());
    }

    @Override
    public Findings findings(LoadProgress sent, List<String> gaps, List<LagSample> lags, BooleanSupplier givesUp) {
        try (Verification verification = new Verification(cluster, topics)) {
            awaitFinal(verification, givesUp);
            RunReport report = verification
                    .report(() -> new RunCost(0, true, OptionalLong.empty(), Machine.peakRssBytes()))
                    .withGaps(Stream.concat(
                                    gaps.stream(),
                                    consumer.failure().map(why -> "the consumer stopped: " + why).stream())
                            .toList());
            return new Findings(delivery(report), proof(report), withheld(report));
        }
    }

    /** Of shards the others end a little later; what does not get on is not waited for. */
    private void awaitFinal(Verification verification, BooleanSupplier givesUp) {
        Object seen = null;
        long sinceNs = System.nanoTime();
        while (!verification.follow() && consumer.failure().isEmpty() && !givesUp.getAsBoolean()) {
            Object now = List.of(verification.consumed(), consumer.progress());
            if (!now.equals(seen)) {
                seen = now;
                sinceNs = System.nanoTime();
            } else if (System.nanoTime() - sinceNs > PATIENCE.toNanos()) {
                return;
            }
        }
    }

    private static LoadProof proof(RunReport report) {
        return new LoadProof(
                switch (report.verdict().finding()) {
                    case EXACT -> Proof.EXACT;
                    case DIFFERS -> Proof.DIFFERS;
                    case INCOMPLETE -> Proof.INCOMPLETE;
                },
                VerdictText.reasons(report));
    }

    /** What never came is what is acknowledged, less what was read but once; of sends that failed, the broker may have any. */
    private static LoadDelivery delivery(RunReport report) {
        if (!report.isConsumed()) {
            return LoadDelivery.UNKNOWN;
        }
        long judged = report.eventsJudged().orElseThrow();
        boolean isWhole = report.isLedgerFinal()
                && report.ledger().headers().values().stream().allMatch(PartHeader::getComplete);
        long acknowledged = isWhole ? report.eventsSent().orElseThrow() : 0;
        TallyFigures figures = report.figures();
        long late = Stream.of(Obligation.values())
                .mapToLong(each -> figures.count(each, Outcome.LATE) + figures.count(each, Outcome.OVERDUE))
                .sum();
        return new LoadDelivery(
                isWhole ? OptionalLong.of(acknowledged - judged) : OptionalLong.empty(),
                OptionalLong.of(figures.count(Counter.RESENT)),
                OptionalLong.empty(),
                OptionalLong.of(late));
    }

    /** Of this process' sources: shards add up. */
    private OptionalLong withheld(RunReport report) {
        return report.isLedgerFinal()
                ? OptionalLong.of(report.ledger().headers().entrySet().stream()
                        .filter(header -> sources.contains(header.getKey()))
                        .mapToLong(header -> header.getValue().getBooks().getWithheld())
                        .sum())
                : OptionalLong.empty();
    }

    @Override
    public Optional<Client> client() {
        return Optional.of(Client.of(watched.path()));
    }

    @Override
    public String group() {
        return topics.group();
    }

    @Override
    public String remark() {
        return "";
    }

    @Override
    public void close() {
        consumer.close();
    }
}
