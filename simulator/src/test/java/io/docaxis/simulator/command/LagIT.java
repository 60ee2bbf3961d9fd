package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.process.ProgramProcess;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The command that goes on looking, and what it prints for programs. */
@ExtendWith(StrictBroker.class)
class LagIT {

    private static final String TOPIC = "lag.orders";
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void createTopic() throws Exception {
        StrictBroker.admin()
                .createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                .all()
                .get();
    }

    @Test
    void goesOnLookingWhileGroupsAppearAndVanish() throws Exception {
        commit("lag.first");
        try (ProgramProcess lag = ProgramProcess.start(
                "lag", "--watch", "--interval", "1s", "--bootstrap-servers", StrictBroker.servers())) {
            lag.awaitPrinted(Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"));
            lag.awaitPrinted(Pattern.compile("(?m)^lag\\.first \\(classic, Empty, 0 members\\): LEARNING"));
            commit("lag.second");
            lag.awaitPrinted(Pattern.compile("(?m)^lag\\.second \\(classic, Empty, 0 members\\): LEARNING"));
            delete("lag.first");
            Waiting.until(
                    "a look without the first",
                    lag::out,
                    () -> lastLook(lag).contains("lag.second (")
                            && !lastLook(lag).contains("lag.first ("));
            // a pipe is no terminal
            assertThat(lag.out()).doesNotContain("\u001B");
            lag.signal("INT");
            assertThat(lag.exitCode()).as(lag.out() + lag.err()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(lag.err()).isEmpty();
        } finally {
            delete("lag.second");
        }
    }

    private static String lastLook(ProgramProcess lag) {
        String[] looks = lag.out().split("(?m)^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$");
        return looks[looks.length - 1];
    }

    @Test
    void printsForProgramsWhatTheEndpointAnswers() throws Exception {
        commit("lag.third");
        try {
            JsonNode answer = JSON.readTree(
                    Ran.of("lag", "--json", "--bootstrap-servers", StrictBroker.servers(), "--group", "lag.third")
                            .ended(ExitCode.EXACT, "\"taken_at\"")
                            .out());
            assertThat(answer.get("cluster").asString())
                    .isEqualTo(
                            StrictBroker.admin().describeCluster().clusterId().get());
            assertThat(answer.get("groups").size()).isOne();
            JsonNode group = answer.get("groups").get(0);
            assertThat(group.get("health").get("health").asString()).isEqualTo("LEARNING");
            JsonNode partition = group.get("partitions").get(0);
            assertThat(partition.get("topic").asString()).isEqualTo(TOPIC);
            assertThat(partition.get("committed_offset").asLong()).isZero();
            assertThat(partition.get("lag").asLong()).isZero();
            assertThat(partition.get("member").isNull()).isTrue();
        } finally {
            delete("lag.third");
        }
    }

    @Test
    void printsALineForEachLookForPrograms() throws Exception {
        commit("lag.fourth");
        try (ProgramProcess lag = ProgramProcess.start(
                "lag",
                "--json",
                "--watch",
                "--interval",
                "1s",
                "--group",
                "lag.fourth",
                "--bootstrap-servers",
                StrictBroker.servers())) {
            lag.awaitPrinted(Pattern.compile("\"group\":\"lag\\.fourth\".*\\R.*\"group\":\"lag\\.fourth\".*\\R"));
            delete("lag.fourth");
            lag.awaitPrinted(Pattern.compile("\"groups\":\\[]"));
            lag.signal("INT");
            assertThat(lag.exitCode()).as(lag.out() + lag.err()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(lag.out().lines())
                    .allSatisfy(line ->
                            assertThat(JSON.readTree(line).has("taken_at")).isTrue());
        }
    }

    private static void commit(String group) throws Exception {
        StrictBroker.admin()
                .alterConsumerGroupOffsets(group, Map.of(new TopicPartition(TOPIC, 0), new OffsetAndMetadata(0)))
                .all()
                .get();
    }

    private static void delete(String group) throws Exception {
        StrictBroker.admin().deleteConsumerGroups(List.of(group)).all().get();
    }
}
