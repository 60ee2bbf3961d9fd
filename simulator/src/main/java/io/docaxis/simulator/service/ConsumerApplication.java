package io.docaxis.simulator.service;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.common.kafka.topic.Purpose;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.consumer.stream.StreamConfiguration;
import io.docaxis.consumer.stream.StreamSettings;
import io.docaxis.monitor.endpoint.PortHeldException;
import io.docaxis.monitor.endpoint.WebEndpoints;
import io.docaxis.monitor.page.PageConfiguration;
import io.docaxis.monitor.watch.WatchConfiguration;
import io.docaxis.monitor.watch.WatchSettings;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The consumer as a Spring Boot application: the stream engine, what is asked of its cluster, and {@link WebEndpoints}.
 *
 * <p>The context holds the {@link io.docaxis.consumer.stream.Engine}, by which a caller learns that it failed, and the
 * {@link io.docaxis.monitor.figures.Figures}. Closing the context commits, leaves the group and stops.
 */
public final class ConsumerApplication {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerApplication.class);

    private static final Class<?>[] OWN = {
        StreamConfiguration.class, ConsumerEndpoints.class, ConsumerCluster.class, PageConfiguration.class
    };

    private ConsumerApplication() {}

    /**
     * Makes sure that the topics are there, and starts consuming, with a page of this consumer's group and prefix, and metrics of its process alone:
     * other consumers of the group know the same of it.
     *
     * @throws ClusterException if the cluster does not answer or its topics are not as they have to be
     * @throws PortHeldException if something else listens on the management port
     */
    public static ConfigurableApplicationContext start(ConsumerSettings settings) {
        PreparedTopics topics = new TopicSetup(settings.cluster(), settings.topics())
                .prepare(settings.partitions(), Set.of(Purpose.CONSUME));
        topics.warnings().forEach(LOG::warn);
        return start(
                settings,
                topics,
                beans -> beans.registerBean(WatchSettings.class, () -> WatchSettings.ofItself(settings.topics())),
                WatchConfiguration.class);
    }

    /**
     * Starts consuming topics that were looked at already, with the page, and what else this process wants to have served beside it: a monitor above
     * all, which finds out its lag too.
     *
     * @param beans registers what the further configurations want to be given
     * @throws PortHeldException if something else listens on the management port
     */
    public static ConfigurableApplicationContext start(
            ConsumerSettings settings,
            PreparedTopics topics,
            Consumer<GenericApplicationContext> beans,
            Class<?>... further) {
        ConfigurableApplicationContext context = WebEndpoints.start(
                settings.endpoint(),
                into -> {
                    register(into, settings, topics);
                    beans.accept(into);
                },
                Stream.concat(Stream.of(OWN), Stream.of(further)).toArray(Class<?>[]::new));
        LOG.info(
                "consuming {} ({} partitions) as {}; {}/ shows it, {}/actuator/prometheus has metrics",
                settings.topics().events(),
                topics.partitions(),
                settings.topics().group(),
                WebEndpoints.url(context),
                WebEndpoints.url(context));
        return context;
    }

    /** The port on which metrics and health are served. */
    public static int managementPort(ConfigurableApplicationContext context) {
        return WebEndpoints.port(context);
    }

    private static void register(GenericApplicationContext context, ConsumerSettings settings, PreparedTopics topics) {
        context.registerBean(Cluster.class, settings::cluster);
        context.registerBean(Topics.class, settings::topics);
        context.registerBean(PreparedTopics.class, () -> topics);
        context.registerBean(StreamSettings.class, settings::stream);
    }
}
