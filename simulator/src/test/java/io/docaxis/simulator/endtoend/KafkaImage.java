package io.docaxis.simulator.endtoend;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.docaxis.simulator.report.Versions;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/**
 * The {@code apache/kafka} image of a version, or a stand-in with the official image's wrapper where a machine has one under that
 * name.
 */
record KafkaImage(String version) {

    private static final int PULL_S = 300;

    /** The one of the Kafka that docaxis ships with. */
    static KafkaImage shipped() {
        return new KafkaImage(Versions.here().kafka());
    }

    String name() {
        return "apache/kafka:" + version;
    }

    /** A broker of its own, which listens; what it logs is another thing in each line of Kafka. */
    KafkaContainer start() {
        KafkaContainer kafka = new KafkaContainer(name());
        try {
            kafka.waitingFor(Wait.forListeningPort()).start();
            return kafka;
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    /** Why there can be no container, or null. An engine may answer on a machine that reaches no registry. */
    String whatIsMissing() throws InterruptedException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return "no Docker engine answers";
        }
        DockerClient docker = DockerClientFactory.lazyClient();
        try {
            docker.inspectImageCmd(name()).exec();
            return null;
        } catch (NotFoundException e) {
            return whyItCannotBeHad(docker);
        }
    }

    /** Asks once, where Testcontainers would ask again and again for minutes, and then fail. */
    private String whyItCannotBeHad(DockerClient docker) throws InterruptedException {
        try {
            boolean had = docker.pullImageCmd(name()).start().awaitCompletion(PULL_S, TimeUnit.SECONDS);
            return had ? null : "the Docker engine does not get the image " + name() + " within " + PULL_S + " s";
        } catch (DockerException | DockerClientException e) {
            return "the Docker engine has no image " + name() + " and gets none: " + e.getMessage();
        }
    }
}
