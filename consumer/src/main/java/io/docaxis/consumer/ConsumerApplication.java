package io.docaxis.consumer;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.TopicSetup;
import io.docaxis.consumer.metrics.MetricsConfiguration;
import io.docaxis.consumer.stream.Input;
import io.docaxis.consumer.stream.StreamConfiguration;
import io.docaxis.consumer.stream.StreamSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The consumer as a Spring Boot application: the stream engine, its figures, and Actuator on loopback. Made to run inside
 * another program, which owns the JVM: no shutdown hook, no say in how logging is set up, nothing printed.
 *
 * <p>The context holds the {@link io.docaxis.consumer.stream.Engine}, by which a caller learns that it failed, and the
 * {@link io.docaxis.consumer.metrics.Figures}. Closing the context commits, leaves the group and stops.
 */
public final class ConsumerApplication {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerApplication.class);

    private ConsumerApplication() {}

    /**
     * Makes sure that the topics are there, and starts consuming.
     *
     * @throws ClusterException if the cluster does not answer or its topics are not as they have to be
     * @throws PortHeldException if something else listens on the management port
     */
    public static ConfigurableApplicationContext start(ConsumerSettings settings) {
        Input input = new Input(new TopicSetup(settings.cluster(), settings.topics()).ensure(settings.partitions()));
        ConfigurableApplicationContext context = run(settings, input);
        LOG.info(
                "consuming {} ({} partitions) as {}; http://127.0.0.1:{}/actuator/prometheus",
                settings.topics().events(),
                input.partitions(),
                settings.topics().group(),
                managementPort(context));
        return context;
    }

    /** The port on which metrics and health are served. */
    public static int managementPort(ConfigurableApplicationContext context) {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    private static ConfigurableApplicationContext run(ConsumerSettings settings, Input input) {
        SpringApplication application =
                new SpringApplication(WebEndpoints.class, StreamConfiguration.class, MetricsConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        application.addInitializers(context -> register((GenericApplicationContext) context, settings, input));
        try {
            return application.run(WebEndpoints.properties(settings.managementPort()));
        } catch (RuntimeException e) {
            throw isPortHeld(e) ? new PortHeldException(settings.managementPort(), e) : e;
        }
    }

    private static void register(GenericApplicationContext context, ConsumerSettings settings, Input input) {
        context.registerBean(Cluster.class, settings::cluster);
        context.registerBean(Topics.class, settings::topics);
        context.registerBean(Input.class, () -> input);
        context.registerBean(StreamSettings.class, settings::stream);
    }

    private static boolean isPortHeld(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return true;
            }
        }
        return false;
    }
}
