package io.docaxis.monitor.figures;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.LatestAnswer;
import io.docaxis.monitor.cluster.Poller;
import io.docaxis.monitor.endpoint.Series;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The newest figures of a prefix, learnt from the cluster again and again: what its consumers concluded so far, and how late. The metrics and the
 * terminal show these and no others. What could not be learnt is unknown, whatever the reason, and never what it was before.
 * Thread-safe to read.
 */
public final class Figures implements AutoCloseable {

    /** How often they are asked for where somebody looks on. */
    public static final Duration EVERY_SECOND = Duration.ofSeconds(1);

    private static final String NO_TALLY = "no consumer has published a tally yet";

    private final String prefix;
    private final boolean hasLateness;
    private final LatestAnswer<ResponseFigures> response;
    private final SilenceLog silences = new SilenceLog();
    private final Poller<Round> rounds;
    private final WatchedLedger ledger;
    private volatile int partitions;

    /**
     * Unknown until {@link #start} was called and the cluster has answered.
     *
     * @param partitions that the events topic has at least: none of them is forgotten
     * @param every from one question to the next
     */
    public Figures(Cluster cluster, Topics topics, int partitions, Duration every, Clock clock) {
        this(cluster, topics, partitions, every, clock, true);
    }

    private Figures(Cluster cluster, Topics topics, int partitions, Duration every, Clock clock, boolean hasLateness) {
        prefix = topics.prefix();
        this.partitions = partitions;
        this.hasLateness = hasLateness;
        response = new LatestAnswer<>(clock, every);
        rounds = new Poller<>(
                "tally",
                () -> new RoundSource(
                        new TallySource(cluster, topics.tally(), clock),
                        hasLateness
                                ? Optional.of(
                                        new LatenessSource(cluster, topics.lateness(), clock, every, response::count))
                                : Optional.empty(),
                        response,
                        silences,
                        clock),
                clock,
                every);
        ledger = new WatchedLedger(cluster, topics.ledger(), clock);
    }

    /** With lateness, of answers that somebody else sees to. */
    Figures(String prefix, LatestAnswer<ResponseFigures> response, Poller<Round> rounds, WatchedLedger ledger) {
        this.prefix = prefix;
        this.response = response;
        this.rounds = rounds;
        this.ledger = ledger;
        hasLateness = true;
    }

    /** The same for who shows the tally alone: reading lateness takes memory for what is overdue. */
    public static Figures withoutLateness(Cluster cluster, Topics topics, int partitions, Duration every, Clock clock) {
        return new Figures(cluster, topics, partitions, every, clock, false);
    }

    /**
     * What the ledger of a simulated run says, its cells of counters alone; empty: that is not known. Whoever asks makes it be read, in the background, for a
     * quarter of a minute.
     */
    public Optional<TallySnapshot> ledger() {
        return ledger.newest().get().flatMap(WatchedLedger.Look::found);
    }

    /** Why that is unknown; empty while it is known. */
    public Optional<String> ledgerProblem() {
        LatestAnswer<WatchedLedger.Look> newest = ledger.newest();
        return newest.problem().or(() -> newest.get().flatMap(WatchedLedger.Look::problem));
    }

    /** Whether no more will be known of it: it is whole, or there is none. Whoever asks makes it be read. */
    public boolean isLedgerSettled() {
        LatestAnswer<WatchedLedger.Look> newest = ledger.newest();
        // before the answer, which may come in between
        boolean isAsked = newest.isAsked();
        return newest.get()
                .map(look -> look.found().map(TallySnapshot::ended).orElse(true))
                .orElse(isAsked);
    }

    /** Waits until it was read once, or could not be, but no longer than that. */
    public void awaitLedger(Duration most) throws InterruptedException {
        ledger.await(most);
    }

    public Figures start() {
        rounds.start();
        return this;
    }

    /** The events topic has so many partitions now. */
    public void expect(int now) {
        partitions = now;
    }

    public String prefix() {
        return prefix;
    }

    public TallySnapshot tally() {
        return round().tally();
    }

    /** What the newest round says; nothing is known in it where nothing is known. */
    public Round round() {
        return rounds.newest().get().orElseGet(Round::unknown);
    }

    /** Why the tally is unknown, where asking for it failed. */
    public Optional<String> tallyProblem() {
        return rounds.newest().problem();
    }

    /** What is known of what is overdue, and the tally of the same moment; empty: that is not known of the run that the newest tally is of. */
    public Optional<ResponseFigures> response() {
        Round now = round();
        return now.isInTurns()
                ? Optional.empty()
                : response.get().filter(known -> !now.tally().isKnown() || known.isOfRunOf(now.tally()));
    }

    /** Why what is overdue is unknown; empty while it is known. */
    public Optional<String> responseProblem() {
        if (!hasLateness) {
            return Optional.of("nobody reads it here");
        }
        return round().isInTurns()
                ? Optional.of("the tally is published by turns: it is never of one moment with lateness")
                : tallyProblem()
                        .or(() -> tally().isKnown() ? Optional.empty() : Optional.of(NO_TALLY))
                        .or(response::problem)
                        .or(() -> response().isPresent()
                                ? Optional.empty()
                                : Optional.of("of this run it was not read yet"));
    }

    /** Which agencies of level 1 were silent in the run, as far as this has looked on, in the order in which it was noticed. Immutable. */
    public List<SilentSpell> silences() {
        return silences.spells();
    }

    /** Watermark from which on that was looked at; empty: it was not yet. */
    public OptionalLong silencesSince() {
        return silences.since();
    }

    /** Since when an agency of level 1 is silent: its last report, in simulated seconds; empty: it is not, or that is not known. */
    public OptionalLong silentSince(int agency) {
        return silences().stream()
                .filter(spell -> spell.agency() == agency && spell.until().isEmpty())
                .mapToLong(SilentSpell::from)
                .findFirst();
    }

    /** Adds all that there is to show. */
    public void addTo(Series series, String cluster) {
        FigureSeries figures = new FigureSeries(series, cluster, prefix);
        Round round = round();
        new FigureMetrics(figures).add(round.tally(), partitions);
        AgencyMetrics agencies = new AgencyMetrics(figures);
        agencies.add(round);
        response().ifPresent(agencies::add);
        LatestAnswer<Round> newest = rounds.newest();
        newest.addTo(
                series,
                cluster,
                "tally",
                prefix,
                newest.last().map(last -> last.tally().takenAtMs()).orElse(OptionalLong.empty()));
        if (hasLateness && !round.isInTurns()) {
            response.addTo(
                    series,
                    cluster,
                    "lateness",
                    prefix,
                    response.last().map(ResponseFigures::takenAtMs).orElse(OptionalLong.empty()));
        }
    }

    /** Stops asking and waits until the connections are closed. */
    @Override
    public void close() {
        ledger.close();
        rounds.close();
    }
}
