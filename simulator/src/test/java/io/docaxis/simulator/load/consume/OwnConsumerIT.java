package io.docaxis.simulator.load.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.topic.Purpose;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.consumer.stream.StreamSettings;
import io.docaxis.monitor.endpoint.EndpointSettings;
import io.docaxis.monitor.page.RunHere;
import io.docaxis.monitor.watch.WatchSettings;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.service.ConsumerSettings;
import io.docaxis.simulator.service.WatchedConsumer;
import io.docaxis.simulator.stream.Interchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docaxis' own consumer on a real broker, and what it says of each event. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnConsumerIT {

    private static final int PARTITIONS = 3;
    /** No commit within the test but those that it waits for. */
    private static final Duration SELDOM = Duration.ofSeconds(3);

    private final Interchange interchange = new Interchange();
    private final LatencyList sink = new LatencyList();

    @AfterAll
    void stopBroker() {
        interchange.close();
    }

    private static long nowNs() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    }

    private OwnConsumer start(OwnLatencies latencies, Duration commitEvery, FastClients clients) {
        ConsumerSettings settings = new ConsumerSettings(
                interchange.cluster(),
                interchange.topics(),
                PARTITIONS,
                EndpointSettings.loopback(0),
                StreamSettings.PACED.withCommitEvery(commitEvery).withFastClients(clients));
        WatchedConsumer consumer = WatchedConsumer.start(
                settings,
                new TopicSetup(interchange.cluster(), interchange.topics())
                        .prepare(PARTITIONS, Set.of(Purpose.CONSUME)),
                latencies,
                List::of,
                new FastPath(FastPath.Side.PRODUCER, FastClients.AUTO),
                WatchSettings.DEFAULT,
                () -> RunHere.watching("load"));
        return new OwnConsumer(
                consumer,
                interchange.topics(),
                latencies,
                OwnConsumerIT::nowNs,
                () -> "shorter",
                Duration.ofMinutes(5));
    }

    private OwnLatencies latencies() {
        return new OwnLatencies(interchange.topics().events(), OwnConsumerIT::nowNs, sink, PollListener.NONE);
    }

    @ParameterizedTest
    @EnumSource(FastClients.class)
    void measuresEachEventToItsCommitAndIsDrained(FastClients clients) {
        interchange.create("own-" + clients.label(), PARTITIONS);
        OwnLatencies latencies = latencies();
        int before = sink.endToEnd().size();
        try (LoadTraffic traffic = traffic();
                OwnConsumer own = start(latencies, Duration.ofMillis(100), clients)) {
            traffic.start();
            traffic.documents(1_500);
            Waiting.until("all to be applied", latencies::applied, () -> latencies.applied() == 1_500);
            assertThat(own.drained().state()).isEqualTo(Drained.State.READING);
            traffic.end();
            own.sendingEnded(nowNs());
            Waiting.until("the end", latencies::positions, () -> own.drained().state() == Drained.State.DRAINED);
            Waiting.until("the last commit to be heard of", () -> latencies.pending() == 0);
            assertThat(latencies.again()).isZero();
            assertThat(own.lagSeconds().orElse(-1)).isBetween(-1.0, 60.0);
            assertThat(sink.endToEnd().subList(before, before + 1_500)).allMatch(ms -> ms >= 0 && ms < 60_000);
            assertThat(sink.endToEnd()).hasSize(before + 1_500);
            assertThat(sink.processing()).hasSize(before + 1_500).allMatch(ms -> ms >= 0 && ms < 60_000);
            assertThat(sink.committed()).hasSize(before + 1_500).allMatch(ms -> ms >= 0 && ms < 120_000);
            assertThat(own.drained().tookNs()).isPresent();
            // start marker, documents, end marker
            assertThat(own.passed(0)).hasValue(1 + 500 + 1);
            assertThat(own.progress().consumed()).hasValue(1_500 + 2 * PARTITIONS);
            assertThat(own.failure()).isEmpty();
        }
    }

    /** Its transactions are aborted while events wait in them: they are applied again, and measured once. */
    @ParameterizedTest
    @EnumSource(FastClients.class)
    void measuresNothingTwiceWhereTransactionsAreAborted(FastClients clients) throws Exception {
        interchange.create("again-" + clients.label(), PARTITIONS);
        OwnLatencies latencies = latencies();
        int before = sink.endToEnd().size();
        try (LoadTraffic traffic = traffic();
                Admin admin = Admin.create(interchange.cluster().client(Map.of()));
                OwnConsumer own = start(latencies, SELDOM, clients)) {
            traffic.start();
            int sent = 0;
            // a commit may come between looking and aborting
            while (latencies.again() == 0) {
                traffic.documents(300);
                sent += 300;
                int all = sent;
                Waiting.until("all to be applied", latencies::applied, () -> latencies.applied() == all);
                boolean waits = latencies.pending() > 0;
                abort(admin);
                if (waits) {
                    Waiting.until(
                            "it to be committed or applied again",
                            latencies::positions,
                            () -> latencies.pending() == 0 || latencies.again() > 0);
                }
            }
            traffic.end();
            own.sendingEnded(nowNs());
            Waiting.until("the end", latencies::positions, () -> own.drained().state() == Drained.State.DRAINED);
            assertThat(latencies.applied()).isEqualTo(sent);
            Waiting.until("the last commit to be heard of", () -> latencies.pending() == 0);
            assertThat(sink.endToEnd()).hasSize(before + sent);
            assertThat(sink.committed()).hasSize(before + sent);
            System.out.println(latencies.again() + " events were applied again");
        }
    }

    private LoadTraffic traffic() {
        return new LoadTraffic(interchange.cluster(), interchange.topics().events(), PARTITIONS);
    }

    private static void abort(Admin admin) throws Exception {
        List<String> producers = admin.listTransactions().all().get().stream()
                .map(TransactionListing::transactionalId)
                .toList();
        if (!producers.isEmpty()) {
            admin.fenceProducers(producers).all().get();
        }
    }
}
