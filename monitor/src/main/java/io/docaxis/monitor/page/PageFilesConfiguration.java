package io.docaxis.monitor.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the operations page: {@code /}, and its files below {@code /page/}. */
@Configuration(proxyBeanMethods = false)
public class PageFilesConfiguration {

    @Bean
    PageFilesController pageFilesController() {
        return new PageFilesController(new PageFiles());
    }
}
