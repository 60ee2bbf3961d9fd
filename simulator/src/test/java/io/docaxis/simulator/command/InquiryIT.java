package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.LatenessTopic;
import io.docaxis.common.kafka.topic.TallyTopic;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.lateness.LatenessReader;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueDuties;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.monitor.cluster.RequestCount;
import io.docaxis.monitor.endpoint.EndpointSettings;
import io.docaxis.monitor.endpoint.WebEndpoints;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.inquiry.HistoryJson;
import io.docaxis.monitor.inquiry.HistoryReader;
import io.docaxis.monitor.inquiry.InquiryConfiguration;
import io.docaxis.monitor.inquiry.LateFilter;
import io.docaxis.monitor.inquiry.LateReader;
import io.docaxis.monitor.inquiry.OverdueDuty;
import io.docaxis.monitor.inquiry.Prefixes;
import io.docaxis.monitor.inquiry.TruthJson;
import io.docaxis.monitor.inquiry.UnfinishedException;
import io.docaxis.monitor.inquiry.WhoIsLate;
import io.docaxis.monitor.watch.WatchConfiguration;
import io.docaxis.monitor.watch.WatchProcess;
import io.docaxis.monitor.watch.WatchSettings;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.process.TopicRecords;
import io.micrometer.core.instrument.Clock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What is asked of the topics that a run has left, by commands and by readers. */
@ExtendWith(StrictBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InquiryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Topics topics = new Topics(StrictBroker.prefix());

    @BeforeAll
    void play() {
        Ran.of(with(topics, "run", "silent-province", "--documents", "1500", "--commit-every", "5000"))
                .ended(ExitCode.EXACT, "verdict: exact");
    }

    @Test
    void lateNamesTheObligationsThatTheTallyHasAsOverdue() {
        WhoIsLate late = new LateReader(StrictBroker.cluster(), topics, PATIENCE).read(LateFilter.NONE);

        assertThat(late.unknown()).isEmpty();
        assertThat(late.ended()).isTrue();
        assertThat(late.duties()).isNotEmpty().allMatch(duty -> duty.known().isPresent());
        assertThat(overdueCells(tallyOf(late))).isEqualTo(overdueCells(tally()));
    }

    @Test
    void lateIsAskedByAgencyAndObligationAndWrittenAsTextTableAndJson() {
        WhoIsLate all = new LateReader(StrictBroker.cluster(), topics, PATIENCE).read(LateFilter.NONE);
        long ofOne = all.duties().stream()
                .filter(duty -> duty.last().debtor().startsWith("H53")
                        && duty.last().duty().obligation() == Obligation.RESPOND)
                .count();

        Ran.of(with(topics, "late", "--limit", "1"))
                .ended(
                        ExitCode.EXACT,
                        LateText.counts(all),
                        "6 of 6 partitions",
                        "agency",
                        all.duties().get(0).last().documentNumber());
        Ran csv = Ran.of(with(topics, "late", "--csv", "--agency", "H53", "--obligation", "respond"))
                .ended(ExitCode.EXACT, "agency,obligation,");
        assertThat(csv.out().lines().count()).isEqualTo(1 + ofOne);
        Ran.of(with(topics, "late", "--json"))
                .ended(ExitCode.EXACT, "\"overdue\" : " + all.duties().size());
        Ran.of(with(topics, "late", "--agency", "H53.99"))
                .ended(ExitCode.USAGE, "agency 'H53.99': the run has no such agency");
    }

    @Test
    void historyShowsTheEventsOfAThreadAndWhatWasConcluded() {
        OverdueDuty worst = new LateReader(StrictBroker.cluster(), topics, PATIENCE)
                .read(LateFilter.NONE)
                .duties()
                .get(0);
        LatenessRevision last = worst.last();
        String[] saying = {
            "thread " + last.duty().thread() + ", run ",
            "in partition " + last.partition(),
            "document 0: ",
            "deadlines, by the rules",
            "concluded of lateness",
            "overdue"
        };

        Ran first = Ran.of(with(topics, "history", last.documentNumber())).ended(ExitCode.EXACT, saying);
        Ran whole = Ran.of(with(topics, "history", String.valueOf(last.duty().thread()), "--from-start"))
                .ended(ExitCode.EXACT, saying)
                .ended(ExitCode.EXACT, "from offset 0 to ");
        assertThat(events(first)).isEqualTo(events(whole));
        Ran.of(with(topics, "history", last.documentNumber(), "--json"))
                .ended(ExitCode.EXACT, "\"conclusions\"", "\"partition\" : " + last.partition());
    }

    /** Consumers, and what a history says of the rules, conclude the same by different means. */
    @Test
    void deadlinesOfHistoriesAreThoseThatConsumersConcluded() {
        List<OverdueDuty> duties = new LateReader(StrictBroker.cluster(), topics, PATIENCE)
                .read(LateFilter.NONE)
                .duties();
        HistoryReader reader = new HistoryReader(StrictBroker.cluster(), topics, PATIENCE);
        assertThat(reader.read(duties.get(0).last().duty().thread(), true, Duration.ZERO)
                        .unknown())
                .as("without any time")
                .hasSize(2)
                .allMatch(what -> what.contains("there was no time to read"));
        for (Obligation obligation : Obligation.values()) {
            duties.stream()
                    .map(OverdueDuty::last)
                    .filter(last -> last.duty().obligation() == obligation)
                    .limit(3)
                    .forEach(last -> assertThat(reader.read(last.duty().thread(), false, () -> false)
                                    .deadlines())
                            .anySatisfy(deadline -> {
                                assertThat(deadline.obligation()).isEqualTo(obligation);
                                assertThat(deadline.document())
                                        .isEqualTo(last.duty().document());
                                assertThat(deadline.debtors()).contains(last.debtor());
                                assertThat(deadline.deadline()).hasValue(last.deadline());
                            }));
        }
    }

    @Test
    void whereThereIsNothingThatIsSaid() throws Exception {
        Topics none = new Topics(StrictBroker.prefix());
        Ran.of(with(none, "late")).ended(ExitCode.ENVIRONMENT, "there is no topic '" + none.events() + "'");
        Ran.of(with(none, "history", "5")).ended(ExitCode.ENVIRONMENT, "there is no topic '" + none.events() + "'");

        new TopicSetup(StrictBroker.cluster(), none).ensure(2);
        Ran.of(with(none, "late")).ended(ExitCode.EXACT, "unknown: who is late: no consumer has published a tally");
        Ran.of(with(none, "history", "5"))
                .ended(ExitCode.EXACT, "0 events", "does not begin with a start marker", "0 records read there");

        try (Admin admin = Admin.create(StrictBroker.cluster().client(Map.of()))) {
            admin.deleteTopics(List.of(none.tally())).all().get();
        }
        Ran.of(with(none, "late")).ended(ExitCode.ENVIRONMENT, "there is no topic '" + none.tally() + "'");
    }

    @Test
    void theLatenessTopicIsFollowedInAllItsPartitionsAndBadRecordsAreNamed() throws Exception {
        Topics own = new Topics(StrictBroker.prefix());
        new TopicSetup(StrictBroker.cluster(), own).ensure(2);
        LatenessRevision known = new LateReader(StrictBroker.cluster(), topics, PATIENCE)
                .read(LateFilter.NONE)
                .duties()
                .get(0)
                .last();
        byte[] key = known.duty().toString().getBytes(StandardCharsets.UTF_8);
        byte[] value = TopicRecords.read(StrictBroker.cluster(), topics.lateness()).stream()
                .filter(record -> Arrays.equals(record.key(), key))
                .reduce((first, last) -> last)
                .orElseThrow()
                .value();
        OverdueDuties duties = new OverdueDuties(tallyReader().lastRun());
        LatenessReader reader = new LatenessReader(duties);
        try (LatenessTopic topic = new LatenessTopic(StrictBroker.cluster(), own.lateness(), reader)) {
            write(own, 0, key, value);
            write(own, 1, key, new byte[] {1});
            assertThat(topic.catchUp(PATIENCE)).isTrue();
            assertThat(reader.problems()).singleElement().asString().startsWith("partition 1, offset 0: ");
            write(own, 0, key, value);
            assertThat(topic.catchUp(PATIENCE)).isTrue();
        }
        assertThat(reader.records()).isEqualTo(3);
        assertThat(duties.all()).extracting(LatenessRevision::duty).containsExactly(known.duty());
    }

    @Test
    void whoIsLateIsNotAnsweredInPart() {
        LateReader reader = new LateReader(StrictBroker.cluster(), topics, PATIENCE);
        assertThatThrownBy(() -> reader.read(LateFilter.NONE, Duration.ZERO))
                .isInstanceOf(UnfinishedException.class)
                .hasMessageContaining("there was no time to read all of topic '" + topics.tally() + "'")
                .hasMessageContaining("the command 'docaxis late' reads for as long as it takes");
        assertThat(reader.read(LateFilter.NONE, Duration.ofHours(1)).duties()).isNotEmpty();
    }

    @Test
    void lagIsPrintedAsKafkasToolPrintsItWithTimeAndVerdict() throws Exception {
        String servers = StrictBroker.servers();
        Map<TopicPartition, OffsetAndMetadata> commits = StrictBroker.admin()
                .listConsumerGroupOffsets(topics.group())
                .partitionsToOffsetAndMetadata()
                .get();
        Ran ran = Ran.of("lag", "--bootstrap-servers", servers, "--group", topics.group())
                .ended(ExitCode.EXACT, topics.group() + " (", "Empty, 0 members): LEARNING for ", "CURRENT-OFFSET");
        commits.forEach((partition, commit) -> assertThat(ran.out().lines())
                .anyMatch(line -> line.matches(topics.group() + " +" + topics.events() + " +" + partition.partition()
                        + " +" + commit.offset() + " +\\d+ +\\d+ +0 +0 +0 +- +- +-")));
        Ran.of("lag", "--bootstrap-servers", servers, "--group", "nosuch")
                .ended(ExitCode.USAGE, "--group 'nosuch': there is no such group");
    }

    @Test
    void groupsAreAnsweredWithMembersAndHealth() throws Exception {
        try (ConfigurableApplicationContext context = watch()) {
            Waiting.until("groups are known", () -> asked(context, "groups").statusCode() == 200);
            assertThat(ask(context, 200, "groups?group=" + topics.group()))
                    .contains("\"group\":\"" + topics.group() + '"', "\"members\":[]", "\"health\":\"LEARNING\"");
            assertThat(ask(context, 400, "groups?group=nosuch")).contains("group 'nosuch': there is no such group");
            assertThat(ask(context, 400, "groups?gruop=a")).contains("parameter 'gruop': want [group]");
            assertThat(ask(context, 200, "late?prefix=" + topics.prefix())).contains("\"overdue\":");
        }
    }

    @Test
    void theEndpointAnswersAsTheCommandsDo() throws Exception {
        OverdueDuty worst = new LateReader(StrictBroker.cluster(), topics, PATIENCE)
                .read(LateFilter.NONE)
                .duties()
                .get(0);
        try (ConfigurableApplicationContext context = serve(topics.prefix())) {
            String late =
                    ask(context, 200, "late?limit=1&agency=" + worst.last().debtor());
            assertThat(late).contains("\"document_number\":\"" + worst.last().documentNumber() + '"');
            String history = ask(context, 200, "history/" + worst.last().documentNumber());
            assertThat(history)
                    .isEqualTo(HistoryJson.of(new HistoryReader(StrictBroker.cluster(), topics, PATIENCE)
                                    .read(worst.last().duty().thread(), false, () -> false))
                            .toString());
            assertThat(ask(context, 400, "late?agency=X99&obligation=sing"))
                    .contains("agency 'X99': want the code", "obligation 'sing': want one of");
            assertThat(ask(context, 400, "late?agency=H53.99")).contains("the run has no such agency");
            assertThat(ask(context, 400, "late?limit=-1")).contains("limit '-1': want a whole number from 0 to 10000");
            assertThat(ask(context, 400, "late?agnecy=H53"))
                    .contains(
                            "parameter 'agnecy': want one of [agency, known, limit, obligation, offset, prefix, sort]");
            assertThat(ask(context, 400, "late?prefix=none"))
                    .contains("prefix 'none': want one of [" + topics.prefix() + "]");
            assertThat(ask(context, 400, "history/four")).contains("thread 'four': want its number");
            assertThat(ask(context, 400, "history/4?from_start=maybe")).contains("want true or false");
        }
        try (ConfigurableApplicationContext context = serve("gone")) {
            assertThat(ask(context, 503, "late")).contains("there is no topic 'gone.events'");
        }
        try (ConfigurableApplicationContext context = serve("a", "b")) {
            assertThat(ask(context, 400, "late")).contains("parameter 'prefix' is missing: want one of [a, b]");
        }
    }

    @Test
    void whatTheMonitorKnowsIsAnsweredAsTopicsSayIt() throws Exception {
        WhoIsLate read = new LateReader(StrictBroker.cluster(), topics, PATIENCE).read(LateFilter.NONE);
        String of = "prefix=" + topics.prefix();
        try (ConfigurableApplicationContext context = watch()) {
            Waiting.until(
                    "lateness is known",
                    () -> asked(context, "late?" + of).body().contains("\"version\":1"));
            JsonNode late = JSON.readTree(ask(context, 200, "late?limit=10000&" + of));
            assertThat(late.get("duties")
                            .valueStream()
                            .map(duty -> duty.get("thread").asLong()
                                    + duty.get("obligation").asString()))
                    .isEqualTo(read.duties().stream()
                            .limit(10_000)
                            .map(duty -> duty.last().duty().thread()
                                    + DutyName.label(duty.last().duty().obligation()))
                            .toList());
            assertThat(late.get("overdue").asLong()).isEqualTo(read.duties().size());
            assertThat(late.get("clock_doubtful").isNull()).isFalse();

            JsonNode agencies = JSON.readTree(ask(context, 200, "agencies?limit=1000&" + of));
            JsonNode alone = JSON.readTree(ask(context, 200, "agencies?level=all&limit=1000&sort=oldest&" + of));
            assertThat(agencies.get("total").asInt()).isEqualTo(AgencyCatalogue.level1Count());
            assertThat(overdue(agencies)).isEqualTo(read.duties().size());
            assertThat(overdue(alone)).isEqualTo(read.duties().size());
            assertThat(alone.get("agencies").get(0).get("code").asString())
                    .isEqualTo(read.duties().get(0).last().debtor());

            JsonNode truth = JSON.readTree(ask(context, 200, "truth?" + of));
            assertThat(truth.get("windows")).isNotEmpty();
            assertThat(truth.get("windows").get(0).get("kind").asString()).isEqualTo("silence");
            assertThat(truth.get("planted").get("duplicate").isNumber()).isTrue();
            assertThat(truth.get("missed").isNull()).isFalse();
        }
    }

    @Test
    void whatWasPlantedIsUnknownWhereNothingIsInTheLedger() throws Exception {
        Topics own = new Topics(StrictBroker.prefix());
        new TopicSetup(StrictBroker.cluster(), own).ensure(2);
        try (Figures figures = new Figures(StrictBroker.cluster(), own, 2, Figures.EVERY_SECOND, Clock.SYSTEM)) {
            figures.awaitLedger(PATIENCE);
            assertThat(figures.ledger()).isEmpty();
            assertThat(figures.ledgerProblem()).hasValue("no source has written into the ledger yet");
            assertThat(TruthJson.of(figures)).isEmpty();
            try (Admin admin = Admin.create(StrictBroker.cluster().client(Map.of()))) {
                admin.deleteTopics(List.of(own.ledger())).all().get();
            }
            String gone = "there is no ledger: topic '" + own.ledger() + "' is not there";
            Waiting.until("the ledger is gone", () -> figures.ledgerProblem().equals(Optional.of(gone)));
        }
    }

    private static long overdue(JsonNode agencies) {
        return agencies.get("agencies")
                .valueStream()
                .flatMap(agency -> agency.get("duties").valueStream())
                .mapToLong(of -> of.get("overdue").asLong())
                .sum();
    }

    @Test
    void deadLettersAndDocumentsAreShownWithTheirBytes() throws Exception {
        Topics own = new Topics(StrictBroker.prefix());
        new TopicSetup(StrictBroker.cluster(), own).ensure(2);
        for (int i = 0; i < 3; i++) {
            ProducerRecord<byte[], byte[]> letter =
                    new ProducerRecord<>(own.deadLetters(), 0, new byte[] {1}, new byte[] {(byte) i, 2, 3, 4, 5});
            letter.headers().add("reason", "malformed".getBytes(StandardCharsets.UTF_8));
            letter.headers().add("offset", String.valueOf(i).getBytes(StandardCharsets.UTF_8));
            TopicRecords.write(StrictBroker.cluster(), List.of(letter));
        }
        try (ConfigurableApplicationContext context = serve(own.prefix())) {
            JsonNode found = JSON.readTree(ask(context, 200, "dead-letters?limit=2"));
            assertThat(found.get("counts").isNull()).isTrue();
            assertThat(found.get("samples")
                            .valueStream()
                            .map(sample -> sample.get("value_hex").asString()))
                    .containsExactly("0202030405", "0102030405");
            assertThat(found.get("samples").get(0).get("fault").get("at").asInt())
                    .isZero();
            assertThat(ask(context, 200, "dead-letters?reason=checksum"))
                    .contains("\"samples\":[]", "\"unknown\":[\"counts: ");
            assertThat(ask(context, 503, "truth")).contains("is not followed by this monitor");
        }
        try (ConfigurableApplicationContext context = serve("gone")) {
            assertThat(ask(context, 503, "dead-letters")).contains("there is no topic 'gone.events.dlt'");
        }
        LatenessRevision worst = new LateReader(StrictBroker.cluster(), topics, PATIENCE)
                .read(LateFilter.NONE)
                .duties()
                .get(0)
                .last();
        try (ConfigurableApplicationContext context = serve(topics.prefix())) {
            JsonNode document = JSON.readTree(ask(context, 200, "documents/" + worst.documentNumber()));
            assertThat(document.get("events").get(0).get("key_hex").asString())
                    .isEqualTo(String.format(Locale.ROOT, "%016x", worst.duty().thread()));
            assertThat(document.get("events").valueStream())
                    .allMatch(event -> event.get("value_hex").asString().length()
                            == 2 * event.get("value_bytes").asInt());
        }
    }

    /** Every endpoint has one. */
    @Configuration(proxyBeanMethods = false)
    static class Process {
        @Bean
        HealthIndicator processHealthIndicator() {
            return () -> Health.up().build();
        }
    }

    private static ConfigurableApplicationContext serve(String... prefixes) {
        Prefixes known = () -> new TreeSet<>(List.of(prefixes));
        return WebEndpoints.start(
                EndpointSettings.loopback(0),
                beans -> {
                    beans.registerBean(Cluster.class, StrictBroker::cluster);
                    beans.registerBean(RequestCount.class, RequestCount::new);
                    beans.registerBean(Prefixes.class, () -> known);
                },
                Process.class,
                InquiryConfiguration.class);
    }

    private static ConfigurableApplicationContext watch() {
        return WebEndpoints.start(
                EndpointSettings.loopback(0),
                beans -> {
                    beans.registerBean(Cluster.class, StrictBroker::cluster);
                    beans.registerBean(WatchSettings.class, () -> WatchSettings.DEFAULT.every(Duration.ofSeconds(1)));
                },
                WatchConfiguration.class,
                WatchProcess.class);
    }

    private static HttpResponse<String> asked(ConfigurableApplicationContext of, String what) throws Exception {
        URI uri = URI.create(WebEndpoints.url(of) + "/api/v1/" + what);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String ask(ConfigurableApplicationContext of, int status, String what) throws Exception {
        HttpResponse<String> answer = asked(of, what);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        return answer.body();
    }

    private static void write(Topics to, int partition, byte[] key, byte[] value) throws InterruptedException {
        TopicRecords.write(StrictBroker.cluster(), List.of(new ProducerRecord<>(to.lateness(), partition, key, value)));
    }

    /** The rows of events, as far as their notes. */
    private static List<String> events(Ran ran) {
        return ran.out()
                .lines()
                .dropWhile(line -> !line.startsWith("events, "))
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    private TallyReader tallyReader() {
        try (TallyTopic topic = new TallyTopic(StrictBroker.cluster(), topics.tally())) {
            return topic.readToEnd();
        }
    }

    private Tally tally() {
        TallyReader reader = tallyReader();
        return reader.sum(reader.lastRun());
    }

    /** The duties as a tally has them: the same obligations have the same fingerprints. */
    private static Tally tallyOf(WhoIsLate late) {
        PartHeader run = late.run().orElseThrow();
        AgencyCatalogue agencies = AgencyCatalogue.of(run.getDepartments(), run.getCommunes());
        Tally tally = new Tally();
        for (OverdueDuty duty : late.duties()) {
            LatenessRevision last = duty.last();
            int receiver = last.duty().receiver().isEmpty()
                    ? ObligationId.NO_RECEIVER
                    : agencies.number(last.duty().receiver());
            tally.conclude(
                    1,
                    agencies,
                    new Conclusion()
                            .about(last.duty().thread(), last.duty().document(), agencies.number(last.asker()), 0, 0)
                            .obligation(last.duty().obligation(), receiver, 19_500)
                            .outcome(Outcome.OVERDUE, last.deadline(), 0));
        }
        return tally;
    }

    /** By agency: how many, and which. */
    private static Map<Long, String> overdueCells(Tally tally) {
        Map<Long, String> cells = new TreeMap<>();
        for (Cell cell : tally.sorted()) {
            if (CellKey.rollup(cell.key()) == Rollup.AGENCY
                    && CellKey.outcome(cell.key()) == Outcome.OVERDUE
                    && cell.count() > 0) {
                cells.put(cell.key(), cell.count() + " " + Long.toHexString(cell.fingerprint()));
            }
        }
        return cells;
    }

    private static String[] with(Topics of, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--bootstrap-servers", StrictBroker.servers(), "--prefix", of.prefix()));
        return all.toArray(String[]::new);
    }
}
