package io.docaxis.consumer.stream;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.topic.PreparedTopics;
import org.apache.kafka.streams.Topology;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/**
 * Starts and stops Kafka Streams with the application. Wants beans of {@link Cluster}, {@link Topics}, {@link PreparedTopics}, {@link StreamSettings}; one
 * of {@link AppliedTimes}, if there is one, hears when records are applied and committed.
 */
@Configuration(proxyBeanMethods = false)
public class StreamConfiguration {

    /** Seconds; a task that is still writing its last commit may take that long. */
    private static final int CLOSE_TIMEOUT_S = 20;

    /** The bean that says whether this consumer is on its fast path. */
    public static final String CONSUMER_FAST_PATH = "consumerFastPath";

    @Bean
    Engine engine() {
        return new Engine();
    }

    @Bean
    StreamCounters counters() {
        return new StreamCounters();
    }

    /** Closed after the engine, which is made with it. */
    @Bean
    LogReadings readings(Cluster cluster) {
        return new LogReadings(cluster);
    }

    /** A process that produces, too, has another. */
    @Bean(CONSUMER_FAST_PATH)
    FastPath consumerFastPath(StreamSettings settings) {
        return new FastPath(FastPath.Side.CONSUMER, settings.fastClients());
    }

    @Bean
    StreamsBuilderFactoryBean streams(
            Cluster cluster,
            Topics topics,
            PreparedTopics prepared,
            StreamSettings settings,
            @Qualifier(CONSUMER_FAST_PATH) FastPath path,
            Engine engine,
            StreamCounters counters,
            LogReadings readings,
            ObjectProvider<AppliedTimes> listener) {
        AppliedTimes times = listener.getIfAvailable(() -> AppliedTimes.NONE);
        StreamsBuilderFactoryBean streams = new StreamsBuilderFactoryBean(
                new KafkaStreamsConfiguration(StreamProperties.of(cluster, topics, settings, prepared.batchBytes())));
        streams.setInfrastructureCustomizer(new KafkaStreamsInfrastructureCustomizer() {
            @Override
            public void configureTopology(Topology topology) {
                ExchangeTopology.addTo(topology, topics, prepared.partitions(), settings, counters, readings, times);
            }
        });
        streams.setClientSupplier(new StreamClients(path, readings).heardBy(times));
        streams.setStreamsUncaughtExceptionHandler(engine);
        streams.setStateListener(engine);
        streams.setStateRestoreListener(counters);
        streams.setCloseTimeout(CLOSE_TIMEOUT_S);
        // others take over at once; who has an id of its own is expected back
        streams.setLeaveGroupOnClose(settings.instanceId() == null);
        return streams;
    }
}
