package io.docaxis.simulator.result;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.TallyTopic;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.simulator.verdict.Parts;
import io.docaxis.simulator.verdict.Statement;
import java.time.Duration;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Follows ledger and tally of a prefix, read-committed, until both are final. One thread at a time. */
public final class Verification implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(50);
    private static final int POLLS = 50;

    private final Duration patience;
    private final TallyTopic ledger;
    private final TallyTopic tally;

    public Verification(Cluster cluster, Topics topics) {
        this(cluster, topics, TallyTopic.PATIENCE);
    }

    /** @param patience with a broker that says nothing, in {@link #report} */
    public Verification(Cluster cluster, Topics topics, Duration patience) {
        this.patience = patience;
        ledger = new TallyTopic(cluster, topics.ledger());
        tally = new TallyTopic(cluster, topics.tally());
    }

    /** Reads what has come, for a bounded time; says whether everything there is to compare is final. */
    public boolean follow() {
        // both: were the tally left until the ledger is final, the verdict would wait for all of it to be read then
        boolean isLedgerFinal = follow(ledger);
        return follow(tally) && isLedgerFinal;
    }

    /** Whether the ledger is final, as far as was read: before, there is no verdict to wait for. */
    public boolean isLedgerFinal() {
        return isFinal(ledger.reader());
    }

    /** What the consumers have said of each partition, as far as was read. */
    public SortedMap<Integer, PartHeader> consumed() {
        return tally.reader().headers(run());
    }

    /** A part that is final is not asked again: what comes after is read by {@link #report}. */
    private boolean follow(TallyTopic topic) {
        boolean isFinal = isFinal(topic.reader());
        for (int polls = 0; !isFinal && polls < POLLS && topic.poll(WAIT) > 0; polls++) {
            isFinal = isFinal(topic.reader());
        }
        return isFinal;
    }

    private boolean isFinal(TallyReader reader) {
        return Parts.unfinished(reader.headers(run())).isEmpty();
    }

    /**
     * Reads all that is committed now, and compares.
     *
     * @param cost asked for once everything is compared
     */
    public RunReport report(Supplier<RunCost> cost) {
        TallyReader expected = ledger.readToEnd(patience);
        TallyReader found = tally.readToEnd(patience);
        // a run that somebody else produced has a tally alone
        long run = expected.runs().isEmpty() ? found.lastRun() : run();
        return RunReport.of(Statement.ledger(expected, run), Statement.tally(found, run), cost);
    }

    /** The run that the ledger speaks of last. */
    private long run() {
        return ledger.reader().lastRun();
    }

    @Override
    public void close() {
        ledger.close();
        tally.close();
    }
}
