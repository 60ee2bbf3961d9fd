package io.docaxis.simulator.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import io.docaxis.common.kafka.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The set-up of logging as it is shipped. */
class LogbackTest {

    private static final String SENDER = "org.apache.kafka.clients.producer.internals.Sender";

    @Test
    void showsWhatKafkasClientsWarnOfInOneLine() throws Exception {
        assertThat(logged(Map.of(), context -> {
                    context.getLogger(SENDER).warn("[Producer clientId=p] lost", new IllegalStateException("no way"));
                    context.getLogger("org.apache.kafka.streams.KafkaStreams").error("stream-client [a] gone");
                    context.getLogger("org.apache.kafka.common.utils.AppInfoParser")
                            .warn("an mbean");
                    context.getLogger(SENDER).info("all is well");
                }))
                .matches("\\S{8} WARN  Kafka: \\[Producer clientId=p] lost: no way\n"
                        + "\\S{8} ERROR Kafka: stream-client \\[a] gone\n"
                        + "\\S{8} WARN  Kafka: an mbean\n");
    }

    @Test
    void isSilentAboutABrokerInThisProcess() throws Exception {
        assertThat(logged(Map.of(), context -> {
                    for (String broker : new String[] {
                        "org.apache.kafka.controller.QuorumController",
                        "org.apache.kafka.server.Broker",
                        "kafka.server.KafkaRaftServer",
                        "state.change.logger"
                    }) {
                        context.getLogger(broker).error("nothing to do with it");
                    }
                }))
                .isEmpty();
    }

    @Test
    void showsAllOfTheLevelThatAUserAsksFor() throws Exception {
        assertThat(logged(Map.of("docaxis.log.kafka", "INFO"), context -> {
                    context.getLogger("kafka.server.KafkaRaftServer").info("a broker starts");
                    context.getLogger(SENDER).info("all is well");
                    context.getLogger(SENDER).info("all is well");
                    context.getLogger(SENDER).warn("lost", new IllegalStateException("no way"));
                    context.getLogger(SENDER).debug("nothing");
                }))
                .containsPattern(
                        "INFO  Kafka: a broker starts\n.*INFO  Kafka: all is well\n.*INFO  Kafka: all is well\n")
                .contains("WARN  Kafka: lost\njava.lang.IllegalStateException: no way\n\tat ")
                .doesNotContain("nothing");
        assertThat(logged(
                        Map.of("docaxis.log.kafka", "OFF"),
                        context -> context.getLogger(SENDER).error("lost")))
                .isEmpty();
    }

    @Test
    void showsNoSecretWhoeverLogsIt() throws Exception {
        Secrets.add("planted-in-the-log");
        Throwable thrown = new IllegalStateException("password planted-in-the-log is wrong");
        for (Map<String, String> asked : List.of(Map.<String, String>of(), Map.of("docaxis.log.kafka", "DEBUG"))) {
            assertThat(logged(asked, context -> {
                        for (String logger :
                                new String[] {SENDER, "org.apache.kafka.streams.Some", "io.docaxis.Some"}) {
                            context.getLogger(logger).error("with planted-in-the-log", thrown);
                        }
                    }))
                    .doesNotContain("planted-in-the-log")
                    .containsPattern("(?s)(with \\[hidden].*password \\[hidden] is wrong.*){3}");
        }
    }

    /** What would be on standard error. */
    private static String logged(Map<String, String> properties, Consumer<LoggerContext> events) throws JoranException {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        properties.forEach(System::setProperty);
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(LogbackTest.class.getResource("/logback.xml"));
            events.accept(context);
        } finally {
            context.stop();
            System.setErr(before);
            properties.keySet().forEach(System::clearProperty);
        }
        return err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
