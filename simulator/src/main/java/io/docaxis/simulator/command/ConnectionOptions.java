package io.docaxis.simulator.command;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.simulator.cluster.ClientConfig;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where Kafka is. */
class ConnectionOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    private ClientConfig config;

    @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT,…", description = "An existing Kafka cluster.")
    String bootstrapServers;

    @Option(
            names = "--client-config",
            paramLabel = "FILE",
            description =
                    "Kafka client properties (TLS, SASL, …), as Kafka's own tools take them; may name the cluster too.")
    Path clientConfig;

    /**
     * The cluster that the user named, by an option or in the client config; empty if none was.
     *
     * @throws UsageException if there is a client config, but nobody says for which cluster
     * @throws io.docaxis.simulator.cluster.InvalidClientConfigException if the client config or the addresses are wrong
     */
    final Optional<Cluster> named() {
        ClientConfig config = config();
        if (bootstrapServers == null && !config.namesCluster()) {
            if (clientConfig != null) {
                throw new UsageException(
                        "--client-config '" + clientConfig + "' names no cluster, and docaxis' own broker "
                                + "needs none: want --bootstrap-servers HOST:PORT, or bootstrap.servers in the file");
            }
            return Optional.empty();
        }
        return Optional.of(config.cluster(bootstrapServers));
    }

    /**
     * The cluster of a load: the one that the user named, or docaxis' own broker, with the settings of the client config.
     *
     * @param proved whether what is sent is to be proved: only then some settings have to be as the proof needs them
     * @return empty if docaxis' own broker is wanted
     */
    final Optional<Cluster> namedForLoad(boolean proved) {
        ClientConfig config = config(proved);
        return bootstrapServers == null && !config.namesCluster()
                ? Optional.empty()
                : Optional.of(config.cluster(bootstrapServers));
    }

    /** A broker of docaxis' own, with the settings of the client config, which {@link #namedForLoad} has read. */
    final Cluster own(String servers) {
        return config.cluster(servers);
    }

    private ClientConfig config() {
        return config(true);
    }

    /** Read once: what there is to say of it is said once. */
    private ClientConfig config(boolean proved) {
        if (config == null) {
            config = ClientConfig.read(clientConfig, proved);
            config.notes().forEach(spec.commandLine().getErr()::println);
        }
        return config;
    }

    /**
     * The cluster that the user named.
     *
     * @throws UsageException if none was
     */
    final Cluster cluster() {
        return named().orElseThrow(() -> new UsageException(
                "--bootstrap-servers HOST:PORT is missing, and no --client-config says it: which Kafka? ('docaxis broker'"
                        + " starts one)"));
    }
}
