package io.docaxis.simulator.report;

import io.docaxis.common.kafka.fastpath.FastPath;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The Kafka clients of both sides, as far as is known. */
public record Clients(Optional<Client> producer, Optional<Client> consumer) {

    /** Of a process that has neither. */
    public static final Clients UNKNOWN = new Clients(Optional.empty(), Optional.empty());

    /** Those of this process, by now. */
    public static Clients of(FastPath producer, FastPath consumer) {
        return new Clients(Optional.of(Client.of(producer)), Optional.of(Client.of(consumer)));
    }

    public Optional<Client> of(FastPath.Side side) {
        return switch (side) {
            case PRODUCER -> producer;
            case CONSUMER -> consumer;
        };
    }

    /** What is known of all of them together: of each side the one that was not on its fast path, if there was one. */
    public static Clients together(List<Clients> all) {
        return new Clients(together(all, FastPath.Side.PRODUCER), together(all, FastPath.Side.CONSUMER));
    }

    private static Optional<Client> together(List<Clients> all, FastPath.Side side) {
        List<Optional<Client>> clients = all.stream().map(each -> each.of(side)).toList();
        return clients.stream()
                .filter(client -> client.flatMap(Client::fast).equals(Optional.of(false)))
                .findFirst()
                .or(() -> clients.stream()
                        .filter(client -> client.flatMap(Client::fast).isEmpty())
                        .findFirst())
                .or(() -> clients.stream().findFirst())
                .orElse(Optional.empty());
    }

    /** Both in a line. */
    public String words() {
        return "clients: " + words(FastPath.Side.PRODUCER) + "; " + words(FastPath.Side.CONSUMER);
    }

    private String words(FastPath.Side side) {
        return side.label() + " " + of(side).map(Client::how).orElse("unknown");
    }

    /** What {@link #write} has written. */
    public static Clients read(JsonNode node) {
        return new Clients(Client.read(FastPath.Side.PRODUCER, node), Client.read(FastPath.Side.CONSUMER, node));
    }

    /** Writes an object for each side; null: nothing is known of it. */
    public void write(ObjectNode node) {
        for (FastPath.Side side : FastPath.Side.values()) {
            of(side).ifPresentOrElse(
                            client -> client.write(node.putObject(side.label())), () -> node.putNull(side.label()));
        }
    }
}
