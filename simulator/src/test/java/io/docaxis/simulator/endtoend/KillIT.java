package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.TallyTopic;
import io.docaxis.common.kafka.TopicSetup;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SendBooks;
import io.docaxis.simulator.command.ExitCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A process that is killed in the middle of its work, and so puts nothing in order, costs nothing but time. */
class KillIT {

    private static final int PARTITIONS = 3;
    /** Some 400,000 records: seconds of work for either side. */
    private static final String[] PRODUCE = {"produce", "national-2023", "--documents", "40000"};

    private static final long KILL_AFTER = 100_000;
    /** How a shell calls the end by SIGKILL. */
    private static final int KILLED = 128 + 9;

    private static BrokerRun broker;

    @BeforeAll
    static void startBroker() {
        broker = BrokerRun.start();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @Test
    void isExactAfterAConsumerWasKilled() throws Exception {
        Topics topics = topics("consumer-killed");
        broker.run(ExitCode.EXACT, topics, PRODUCE);
        long all = inLog(topics);

        long read;
        try (CommandRun consumer = broker.start(topics, "consume", "--commit-every", "100");
                TallyTopic tally = new TallyTopic(broker.cluster(), topics.tally())) {
            soon().until(() -> {
                tally.poll(Duration.ofMillis(10));
                return read(tally.reader()) >= KILL_AFTER;
            });
            kill(consumer);
            read = read(tally.readToEnd());
        }
        assertThat(read).as("records read at the kill").isBetween(all / 10, all * 9 / 10);

        broker.run(ExitCode.EXACT, topics, "consume", "--until-ended");
        assertThat(broker.run(ExitCode.EXACT, topics, "verify")).contains("verdict: exact");
        System.out.printf(
                "consumer killed with %,d of %,d records read (%d %%), then started again: exact%n",
                read, all, 100 * read / all);
    }

    @Test
    void isExactAfterAProducerWasKilled() throws Exception {
        Topics topics = topics("producer-killed");
        try (CommandRun producer = broker.start(topics, PRODUCE);
                Offsets offsets = new Offsets(broker.cluster())) {
            soon().until(() -> offsets.records(topics.events()) >= KILL_AFTER);
            kill(producer);
        }
        long sent = inLog(topics);

        broker.run(
                ExitCode.EXACT,
                topics,
                Stream.concat(Arrays.stream(PRODUCE), Stream.of("--resume")).toArray(String[]::new));
        long all = inLog(topics);
        assertThat(sent).as("records in the log at the kill").isBetween(all / 10, all * 9 / 10);

        broker.run(ExitCode.EXACT, topics, "consume", "--until-ended");
        assertThat(broker.run(ExitCode.EXACT, topics, "verify")).contains("verdict: exact");
        SendBooks books = books(topics);
        System.out.printf(
                "producer killed with %,d of %,d records in the log (%d %%), then resumed: %,d found, %,d sent,"
                        + " %,d of them a second time: exact%n",
                sent,
                all,
                100 * sent / all,
                books.getResumed(),
                books.getAcknowledged() - books.getResumed(),
                resent(topics));
    }

    private static Topics topics(String prefix) {
        Topics topics = new Topics(prefix);
        new TopicSetup(broker.cluster(), topics).ensure(PARTITIONS);
        return topics;
    }

    /** In the test's own thread, as Kafka's consumers want it. */
    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .pollInSameThread();
    }

    private static void kill(CommandRun run) throws Exception {
        assertThat(run.isRunning()).as(run.out() + run.err()).isTrue();
        run.signal("KILL");
        assertThat(run.exitCode()).isEqualTo(KILLED);
    }

    private static long inLog(Topics topics) throws Exception {
        try (Offsets offsets = new Offsets(broker.cluster())) {
            return offsets.records(topics.events());
        }
    }

    /** How many records the headers of a tally say were read. */
    private static long read(TallyReader tally) {
        return tally.headers(tally.lastRun()).values().stream()
                .mapToLong(PartHeader::getRecords)
                .sum();
    }

    private static SendBooks books(Topics topics) {
        try (TallyTopic ledger = new TallyTopic(broker.cluster(), topics.ledger())) {
            TallyReader reader = ledger.readToEnd();
            return reader.headers(reader.lastRun()).get(0).getBooks();
        }
    }

    private static long resent(Topics topics) {
        try (TallyTopic tally = new TallyTopic(broker.cluster(), topics.tally())) {
            TallyReader reader = tally.readToEnd();
            return reader.sum(reader.lastRun()).count(Counter.RESENT);
        }
    }
}
