package io.docaxis.simulator.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaLinesTest {

    private static final String NETWORK = "org.apache.kafka.clients.NetworkClient";
    private static final String SENDER = "org.apache.kafka.clients.producer.internals.Sender";
    private static final String THREAD = "org.apache.kafka.streams.processor.internals.StreamThread";
    private static final String GONE = "Connection to node 1 (/127.0.0.1:9092) could not be established.";

    private final KafkaLines lines = new KafkaLines();
    private long nowMs = 1_000_000;

    /** In what logger, and what it says: all of this is said by ordinary runs, or by docaxis itself. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clients.NetworkClient          | Connection to node -1 (/127.0.0.1:1) could not be established. Node may not be available.
            clients.NetworkClient          | Connection to node -1 (a/10.0.0.1:1) failed authentication due to: Authentication failed
            clients.NetworkClient          | [Consumer clientId=a, groupId=b] Bootstrap broker 127.0.0.1:9092 (id: -1 rack: null) disconnected
            clients.NetworkClient          | [NodeToControllerChannelManager id=1 name=registration] Attempting to close NetworkClient that has already been closed.
            clients.NetworkClient          | [RaftManager id=1] Connection to node 2 could not be established.
            common.network.Selector        | [SocketServer listenerType=BROKER, nodeId=1] Unexpected error from /127.0.0.1; closing connection
            common.network.Selector        | Unexpected error from /127.0.0.1; closing connection
            clients.admin.internals.DescribeClassicGroupsHandler | [AdminClient clientId=a] `DescribeGroups` request for group id g failed due to unexpected error GROUP_ID_NOT_FOUND.
            streams.StreamsConfig          | Processing exception handler is not enabled for the GlobalThread. It's recommended to set it.
            """)
    void isSilentAboutNoise(String logger, String message) {
        for (int i = 0; i < 100; i++) {
            assertThat(after(1_000, "org.apache.kafka." + logger, message)).isEmpty();
        }
    }

    @Test
    void isSilentAboutClientsThatAreInterrupted() {
        InterruptedException interrupted = new InterruptedException();
        for (Throwable thrown : List.of(
                interrupted, new InterruptException(interrupted), new KafkaException("not closed", interrupted))) {
            assertThat(lines.shown(
                            "org.apache.kafka.clients.consumer.internals.ClassicKafkaConsumer",
                            "[Consumer clientId=c, groupId=null] Failed to close fetcher with a timeout(ms)=30000",
                            thrown,
                            nowMs))
                    .isEmpty();
        }
        // whoever makes such an exception marks its thread
        assertThat(Thread.interrupted()).isTrue();
    }

    /** What these say nobody else does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clients.NetworkClient                                   | [Producer clientId=p] Connection to node 1 (a/10.0.0.1:1) failed authentication due to: Authentication failed
            clients.producer.internals.Sender                       | [Producer clientId=p] The broker returned an error for topic-partition a-0
            clients.consumer.internals.ConsumerCoordinator          | [Consumer instanceId=i, clientId=c, groupId=g] consumer poll timeout has expired
            clients.consumer.internals.FetchCollector               | [Consumer clientId=c, groupId=g] Unknown error fetching data for topic-partition a-0
            streams.processor.internals.StreamThread                | stream-thread [t] Detected that the thread is being fenced
            common.utils.AppInfoParser                              | Error registering AppInfo mbean
            """)
    void showsWhatOnlyKafkaKnowsAtOnce(String logger, String message) {
        assertThat(after(0, "org.apache.kafka." + logger, message)).hasValue(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clients.NetworkClient                | [Producer clientId=p] Connection to node 1 (/127.0.0.1:9092) could not be established. Node may not be available.
            clients.NetworkClient                | [Consumer clientId=c, groupId=g] Error while fetching metadata with correlation id 2 : {a=LEADER_NOT_AVAILABLE}
            clients.Metadata                     | [Consumer clientId=c, groupId=g] The metadata response from the cluster reported a recoverable issue with correlation id 2
            clients.producer.internals.Sender    | [Producer clientId=p] Got error produce response with correlation id 359 on topic-partition a-2, retrying (2147483646 attempts left). Error: CONCURRENT_TRANSACTIONS
            clients.producer.internals.Sender    | [Producer clientId=p] Received invalid metadata error in produce request on partition a-2
            """)
    void showsWhatIsTriedAgainOnlyWhereThatDoesNotHelp(String logger, String message) {
        String name = "org.apache.kafka." + logger;
        assertThat(after(0, name, message)).isEmpty();
        assertThat(after(4_999, name, message)).isEmpty();
        assertThat(after(1, name, message)).hasValue(message + " (and 2 more like it)");
    }

    @Test
    void showsAKindOnceInHalfAMinuteWhicheverClientSaysIt() {
        assertThat(after(
                        0,
                        THREAD,
                        "stream-thread [g-b6849335-976a-4f69-8edd-aab6ebd8bebc-StreamThread-1] task 0_1 lost"))
                .isPresent();
        assertThat(after(
                        1,
                        THREAD,
                        "stream-thread [g-b6849335-976a-4f69-8edd-aab6ebd8bebc-StreamThread-2] task 0_5 lost"))
                .isEmpty();
        assertThat(after(1, THREAD, "stream-thread [g] task 0_5 found")).isPresent();
        assertThat(after(30_000, THREAD, "stream-thread [g] task 0_2 lost")).isPresent();
    }

    @Test
    void tellsErrorsOfTheSameKindApart() {
        String retrying =
                "[Producer clientId=p] Got error produce response with correlation id 3 on topic-partition a-2,"
                        + " retrying (7 attempts left). Error: ";
        after(0, SENDER, retrying + "NOT_ENOUGH_REPLICAS");
        after(0, SENDER, retrying + "OUT_OF_ORDER_SEQUENCE_NUMBER");

        assertThat(after(5_000, SENDER, retrying + "NOT_ENOUGH_REPLICAS")).isPresent();
        assertThat(after(0, SENDER, retrying + "OUT_OF_ORDER_SEQUENCE_NUMBER")).isPresent();
    }

    @Test
    void saysTheCauseInTheSameLine() {
        Throwable thrown = new KafkaException("fenced", new InvalidProducerEpochException("an old\n epoch"));

        assertThat(lines.shown(THREAD, "stream-task [0_5] Failed to flush:\n ", thrown, nowMs))
                .hasValue("stream-task [0_5] Failed to flush: fenced: an old epoch");
        assertThat(lines.shown(THREAD, "swallowed: fenced: an old epoch", thrown, nowMs))
                .hasValue("swallowed: fenced: an old epoch");
    }

    @Test
    void doesNotTakeOneConnectionForAnother() {
        after(0, NETWORK, "[Producer clientId=p] " + GONE);
        assertThat(after(5_000, NETWORK, "[AdminClient clientId=a] " + GONE)).isPresent();
        assertThat(after(0, NETWORK, "[Consumer clientId=c, groupId=g] " + GONE.replace("/127", "other/127")))
                .isEmpty();
        assertThat(after(5_000, NETWORK, "[Consumer clientId=c, groupId=g] " + GONE.replace("/127", "other/127")))
                .isPresent();
    }

    private Optional<String> after(long ms, String logger, String message) {
        nowMs += ms;
        return lines.shown(logger, message, null, nowMs);
    }
}
