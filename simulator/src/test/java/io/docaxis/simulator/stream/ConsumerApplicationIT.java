package io.docaxis.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.kafka.topic.Purpose;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.consumer.stream.Engine;
import io.docaxis.consumer.stream.StreamSettings;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.endpoint.EndpointSettings;
import io.docaxis.monitor.endpoint.PortHeldException;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.group.GroupSelection;
import io.docaxis.monitor.group.GroupsSnapshot;
import io.docaxis.monitor.group.PolledGroups;
import io.docaxis.monitor.watch.Watch;
import io.docaxis.monitor.watch.WatchExport;
import io.docaxis.monitor.watch.WatchSettings;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.service.ConsumerApplication;
import io.docaxis.simulator.service.ConsumerSettings;
import io.micrometer.core.instrument.Clock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsumerApplicationIT {

    private static final int PARTITIONS = 3;

    private Interchange interchange;

    @BeforeAll
    void startBroker() {
        interchange = new Interchange();
    }

    @AfterAll
    void stopBroker() {
        interchange.close();
    }

    /** Started before there are topics, stopped half-way and started again: nothing is missed, nothing counted twice. */
    @Test
    void goesOnWhereItStoppedAndShowsItsFigures() throws InterruptedException {
        Traffic traffic = new Traffic(5_000, PARTITIONS);
        List<Traffic.Entry> entries = traffic.entries();
        int half = entries.size() / 2;
        try (ConfigurableApplicationContext first = ConsumerApplication.start(settings(0))) {
            interchange.send(entries.subList(0, half));
            awaitLag(first, 0);
            // a consumer alone serves its own process
            assertThat(get(first, "prometheus"))
                    .contains("docaxis_records_read_total ")
                    .doesNotContain("docaxis_lag_", "docaxis_dead_letters_total");
            // its page shows its own group
            assertThat(page(first, "")).contains("<title>docaxis");
            assertThat(page(first, "api/v1/groups")).contains("\"it.exchange\"");
        }
        interchange.send(entries.subList(half, entries.size()));
        assertReadable(entries.size() - half);
        try (ConfigurableApplicationContext second = startWatched()) {
            interchange.assertConcludes(traffic.expected(), PARTITIONS);
            awaitLag(second, 0);
            Waiting.until("the end", () -> second.getBean(Figures.class).tally().ended());
            assertThat(second.getBean(Figures.class).tally().recordsRead()).isEqualTo(entries.size());
            assertThat(second.getBean(Engine.class).failure()).isEmpty();
            assertThat(get(second, "health")).contains("\"status\":\"UP\"").contains("RUNNING");
            assertThat(get(second, "health/liveness"))
                    .contains("\"status\":\"UP\"")
                    .doesNotContain("RUNNING");
            assertThat(get(second, "health/readiness"))
                    .contains("\"status\":\"UP\"")
                    .contains("RUNNING");
            Pattern allRead = Pattern.compile(
                    "docaxis_lag_readable_records\\{cluster=\"[^\"]+\",group=\"it.exchange\",partition=\"0\",topic=\"it.events\"} 0.0");
            Waiting.until(
                    "a round in which all is read",
                    () -> allRead.matcher(get(second, "prometheus")).find());
            assertThat(get(second, "prometheus"))
                    .contains("prefix=\"it\",reason=\"stray\"} " + (double) traffic.garbage());
            assertTellsWhoIsLate(second);
        }
    }

    /** The parts of what is overdue add up, agency by agency, to what the tally has. */
    private static void assertTellsWhoIsLate(ConfigurableApplicationContext context) {
        Waiting.until("lateness", () -> get(context, "prometheus").contains("docaxis_agency_overdue"));
        String scraped = get(context, "prometheus");
        double overdue = sum(scraped, "docaxis_agency_overdue\\{");
        assertThat(overdue)
                .isPositive()
                .isEqualTo(sum(scraped, "docaxis_agency_obligations\\{[^}]*outcome=\"overdue\""))
                .isEqualTo(sum(scraped, "docaxis_obligations\\{[^}]*outcome=\"overdue\""));
        assertThat(sum(scraped, "docaxis_duties_total\\{[^}]*result=\"on_time\""))
                .isEqualTo(sum(scraped, "docaxis_obligations\\{[^}]*outcome=\"on_time\""));
        assertThat(sum(scraped, "docaxis_books_balance")).isEqualTo(1);
        assertThat(sum(scraped, "docaxis_run_info")).isEqualTo(1);
        assertThat(sum(scraped, "docaxis_agency_silent")).isZero();
    }

    private static double sum(String scraped, String series) {
        return Pattern.compile("(?m)^" + series + ".* ([0-9.E-]+)$")
                .matcher(scraped)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }

    @Test
    void namesTheManagementPortThatAnotherHolds() throws IOException {
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ConsumerSettings settings = settings(held.getLocalPort());
            assertThatThrownBy(() -> ConsumerApplication.start(settings))
                    .isInstanceOf(PortHeldException.class)
                    .hasMessageContaining(String.valueOf(held.getLocalPort()));
        }
    }

    /** With the monitor beside it, as a run has it. */
    private ConfigurableApplicationContext startWatched() {
        return ConsumerApplication.start(
                settings(0),
                new TopicSetup(interchange.cluster(), interchange.topics())
                        .prepare(PARTITIONS, Set.of(Purpose.CONSUME)),
                beans -> beans.registerBean(WatchSettings.class, () -> WatchSettings.DEFAULT),
                WatchExport.class);
    }

    private void assertReadable(int unread) throws InterruptedException {
        try (PolledGroups groups = new PolledGroups(
                        interchange.cluster(),
                        GroupSelection.ALL.knowing("it"),
                        Duration.ofSeconds(1),
                        1_000,
                        new ClusterName(Optional.empty()),
                        new ClusterContact(Clock.SYSTEM),
                        round -> {},
                        Clock.SYSTEM)
                .start()) {
            Waiting.until(
                    "what is unread to be known",
                    () -> readable(groups.snapshot()).isPresent());
            assertThat(readable(groups.snapshot())).hasValue(unread);
        }
    }

    private static OptionalLong readable(Optional<GroupsSnapshot> known) {
        return known.map(groups -> groups.readable("it.exchange", "it.events")).orElse(OptionalLong.empty());
    }

    private static void awaitLag(ConfigurableApplicationContext context, long records) {
        Figures figures = context.getBean(Figures.class);
        Watch watch = context.getBean(Watch.class);
        Supplier<OptionalLong> lag = () -> readable(watch.groups());
        Waiting.until(
                "a lag of " + records,
                lag::get,
                () -> figures.tally().recordsRead() > 0 && lag.get().orElse(-1) == records);
    }

    private ConsumerSettings settings(int managementPort) {
        return new ConsumerSettings(
                interchange.cluster(),
                interchange.topics(),
                PARTITIONS,
                EndpointSettings.loopback(managementPort),
                StreamSettings.UNBOUNDED);
    }

    private static String get(ConfigurableApplicationContext context, String endpoint) {
        return page(context, "actuator/" + endpoint);
    }

    private static String page(ConfigurableApplicationContext context, String path) {
        URI uri = URI.create("http://127.0.0.1:" + ConsumerApplication.managementPort(context) + "/" + path);
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
