package io.docaxis.simulator.page;

import io.docaxis.monitor.endpoint.EndpointSettings;
import io.docaxis.monitor.endpoint.WebEndpoints;
import io.docaxis.monitor.page.PageFilesConfiguration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;

/** The page as commands serve it, with their headers, over a state from a file: no broker, and what comes and when is the test's. */
final class FixtureServer implements AutoCloseable {

    /** Kept, for a logger that nobody keeps forgets its level. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private final FixtureAnswers answers;
    private final ConfigurableApplicationContext served;

    FixtureServer(String fixture) {
        TOMCAT.setLevel(Level.WARNING);
        answers = new FixtureAnswers(Fixture.of(fixture));
        served = WebEndpoints.start(
                EndpointSettings.loopback(0),
                beans -> {
                    beans.registerBean(FixtureAnswers.class, () -> answers);
                    beans.registerBean(
                            "processHealthIndicator",
                            HealthIndicator.class,
                            () -> () -> Health.up().build());
                },
                PageFilesConfiguration.class);
    }

    FixtureAnswers answers() {
        return answers;
    }

    /** The address of a state; a state that is shown already is shown as at first. */
    String showing(String fixture, String query) {
        answers.show(Fixture.of(fixture));
        return url() + "/" + query;
    }

    String url() {
        return WebEndpoints.url(served);
    }

    @Override
    public void close() {
        answers.close();
        served.close();
    }
}
