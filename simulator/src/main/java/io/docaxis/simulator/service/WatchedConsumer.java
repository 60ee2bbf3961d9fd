package io.docaxis.simulator.service;

import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.consumer.stream.AppliedTimes;
import io.docaxis.consumer.stream.Engine;
import io.docaxis.consumer.stream.StreamConfiguration;
import io.docaxis.consumer.stream.StreamCounters;
import io.docaxis.monitor.endpoint.PortHeldException;
import io.docaxis.monitor.endpoint.WebEndpoints;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.page.PageSections;
import io.docaxis.monitor.page.Rooms;
import io.docaxis.monitor.page.RunsHere;
import io.docaxis.monitor.watch.Watch;
import io.docaxis.monitor.watch.WatchExport;
import io.docaxis.monitor.watch.WatchSettings;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A consumer in this process beside its sources, with a monitor that looks every second; metrics and health of all of them over HTTP.
 * Closing it commits, leaves the group and stops.
 */
public final class WatchedConsumer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private WatchedConsumer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts consuming.
     *
     * @param times hears when records are applied and committed
     * @param sources of this process
     * @param producing the way of its producers
     * @param watched of the cluster; groups every second
     * @param here what its page is told of the run of this process
     * @throws ClusterException if the cluster does not answer
     * @throws PortHeldException if something else listens on the management port
     */
    public static WatchedConsumer start(
            ConsumerSettings settings,
            PreparedTopics topics,
            AppliedTimes times,
            SourceStatuses sources,
            FastPath producing,
            WatchSettings watched,
            RunsHere here) {
        return new WatchedConsumer(ConsumerApplication.start(
                settings,
                topics,
                beans -> {
                    beans.registerBean(AppliedTimes.class, () -> times);
                    beans.registerBean(SourceStatuses.class, () -> sources);
                    beans.registerBean(ProducerEndpoints.FAST_PATH, FastPath.class, () -> producing);
                    beans.registerBean(RunsHere.class, () -> here);
                    beans.registerBean(WatchSettings.class, () -> watched.every(Figures.EVERY_SECOND));
                },
                ProducerEndpoints.class,
                WatchExport.class));
    }

    public Engine engine() {
        return context.getBean(Engine.class);
    }

    public StreamCounters counters() {
        return context.getBean(StreamCounters.class);
    }

    public Figures figures() {
        return context.getBean(Figures.class);
    }

    public Watch watch() {
        return context.getBean(Watch.class);
    }

    /** What its page is told. */
    public PageSections sections() {
        return context.getBean(PageSections.class);
    }

    /**
     * Sees to it that whoever looks at its page sees how all ended, before it is closed.
     *
     * @param isKept whether that is to be kept, though nobody may look
     */
    public void showLast(boolean isKept) {
        context.getBean(Rooms.class).showLast(isKept);
    }

    /** The way of the consumer. */
    public FastPath path() {
        return context.getBean(StreamConfiguration.CONSUMER_FAST_PATH, FastPath.class);
    }

    /** Where a browser of this machine finds the page, metrics and health, such as {@code http://127.0.0.1:8080}. */
    public String url() {
        return WebEndpoints.url(context);
    }

    /** The port on which metrics and health are served. */
    public int managementPort() {
        return ConsumerApplication.managementPort(context);
    }

    @Override
    public void close() {
        context.close();
    }
}
