package io.docaxis.monitor.endpoint;

import io.docaxis.common.kafka.Causes;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.jvm.JvmMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.system.SystemMetricsAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Metrics and health over HTTP, as a Spring Boot application with whatever else is put into it. Made to run inside
 * another program, which owns the JVM: no shutdown hook, no say in how logging is set up, nothing printed. Of Boot's auto-configurations only those that it takes are named: all of them
 * together would cost a run half a second more.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    SslAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    EndpointAutoConfiguration.class,
    JacksonEndpointAutoConfiguration.class,
    WebEndpointAutoConfiguration.class,
    ServletManagementContextAutoConfiguration.class,
    ManagementContextAutoConfiguration.class,
    HealthContributorAutoConfiguration.class,
    HealthContributorRegistryAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class,
    MetricsAutoConfiguration.class,
    PrometheusMetricsExportAutoConfiguration.class,
    JvmMetricsAutoConfiguration.class,
    SystemMetricsAutoConfiguration.class
})
public class WebEndpoints {

    /** Of the certificate, for Boot. */
    private static final String BUNDLE = "management";

    @Bean
    ProcessMetrics processMetrics(ObjectProvider<FastPath> paths, PrometheusRegistry registry) {
        ProcessMetrics metrics = new ProcessMetrics(paths.orderedStream().toList());
        registry.register(metrics);
        return metrics;
    }

    @Bean
    RequestGate requestGate(EndpointSettings settings) {
        return new RequestGate(settings);
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> securityHeaders() {
        return server -> server.addEngineValves(new SecurityHeaders());
    }

    @Bean
    PlainErrors plainErrors() {
        return new PlainErrors();
    }

    /**
     * Serves what the beans of these configurations offer, until the context is closed. The process is live as the indicator
     * {@code processHealthIndicator} says, which there has to be, and ready if every indicator is up. Metrics that are not always known
     * are offered as a {@code MultiCollector} that is registered with the bean of type {@code PrometheusRegistry}, from
     * {@link Series}. Of each bean of type {@link FastPath} it is shown whether it is used.
     *
     * @param settings where, and for whom
     * @param beans registers what the configurations want to be given
     * @throws PortHeldException if something else listens on that port
     */
    public static ConfigurableApplicationContext start(
            EndpointSettings settings, Consumer<GenericApplicationContext> beans, Class<?>... configurations) {
        SpringApplication application =
                new SpringApplication(Stream.concat(Stream.of(WebEndpoints.class), Stream.of(configurations))
                        .toArray(Class<?>[]::new));
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        application.addInitializers(context -> {
            GenericApplicationContext into = (GenericApplicationContext) context;
            into.registerBean(EndpointSettings.class, () -> settings);
            beans.accept(into);
        });
        try {
            return application.run(properties(settings));
        } catch (RuntimeException e) {
            throw isPortHeld(e) ? new PortHeldException(settings.port(), e) : e;
        }
    }

    /** What an indicator answers: {@code UP}, or {@code DOWN} with the reason. */
    public static Health.Builder health(Optional<String> problem) {
        return problem.map(why -> Health.down().withDetail("reason", why)).orElseGet(Health::up);
    }

    /** The port on which a context serves. */
    public static int port(ConfigurableApplicationContext context) {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Where a browser of this machine finds what a context serves, such as {@code http://127.0.0.1:8080}. */
    public static String url(ConfigurableApplicationContext context) {
        return context.getBean(EndpointSettings.class).url(port(context));
    }

    private static boolean isPortHeld(Throwable failure) {
        return Causes.any(failure, PortInUseException.class::isInstance);
    }

    /** Boot's own properties, as arguments: nothing in the environment of the process overrides those. */
    private static String[] properties(EndpointSettings settings) {
        List<String> properties = new ArrayList<>(List.of(
                "--server.address=" + settings.address().getHostAddress(),
                "--server.port=" + settings.port(),
                "--server.shutdown=immediate",
                "--server.forward-headers-strategy=none",
                "--spring.web.resources.add-mappings=false",
                "--management.endpoints.web.exposure.include=health,prometheus",
                "--management.endpoint.health.show-details=always",
                "--management.endpoint.health.group.liveness.include=process",
                "--management.endpoint.health.group.readiness.include=*",
                "--spring.jmx.enabled=false"));
        settings.tls().ifPresent(tls -> properties.addAll(tlsProperties(tls)));
        return properties.toArray(String[]::new);
    }

    private static List<String> tlsProperties(TlsFiles tls) {
        String bundle = "--spring.ssl.bundle.pem." + BUNDLE;
        return List.of(
                "--server.ssl.bundle=" + BUNDLE,
                bundle + ".reload-on-update=true",
                bundle + ".keystore.certificate=" + tls.certificate().toUri(),
                bundle + ".keystore.private-key=" + tls.key().toUri());
    }
}
