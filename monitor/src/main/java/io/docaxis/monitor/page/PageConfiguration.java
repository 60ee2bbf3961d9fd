package io.docaxis.monitor.page;

import io.docaxis.monitor.watch.Watch;
import io.docaxis.monitor.watch.WatchSettings;
import io.micrometer.core.instrument.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Serves the operations page of what is watched. Wants beans of {@link Watch} and {@link WatchSettings}; takes one of {@link RunsHere} for what the
 * process knows of a run of its own.
 */
@Configuration(proxyBeanMethods = false)
@Import(PageFilesConfiguration.class)
public class PageConfiguration {

    @Bean(destroyMethod = "close")
    Rooms rooms(Watch watch, WatchSettings settings, ObjectProvider<RunsHere> here, Clock clock) {
        RunHere nothing = RunHere.watching("watch");
        return new Rooms(watch, here.getIfAvailable(() -> () -> nothing), settings.interval(), clock).start();
    }

    @Bean
    PageSections pageSections(Rooms rooms) {
        return rooms::section;
    }

    @Bean
    RoomController roomController(Rooms rooms) {
        return new RoomController(rooms);
    }

    @Bean
    ServletRegistrationBean<StreamServlet> roomStream(Rooms rooms) {
        ServletRegistrationBean<StreamServlet> stream =
                new ServletRegistrationBean<>(new StreamServlet(rooms), StreamServlet.PATH);
        stream.setName("roomStream");
        stream.setAsyncSupported(true);
        return stream;
    }
}
