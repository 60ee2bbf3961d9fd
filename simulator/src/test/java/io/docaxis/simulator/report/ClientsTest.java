package io.docaxis.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ClientsTest {

    private static final Client FAST = client(FastPath.Side.PRODUCER, Optional.of(true), Optional.empty());
    private static final Client UNUSED = client(FastPath.Side.CONSUMER, Optional.empty(), Optional.empty());
    private static final Client PLAIN =
            client(FastPath.Side.CONSUMER, Optional.of(false), Optional.of("it failed: (a; b): c"));

    static List<Client> all() {
        return List.of(FAST, UNUSED, PLAIN);
    }

    @ParameterizedTest
    @MethodSource("all")
    void areUnderstoodAsTheySayIt(Client client) {
        String out = "something\n" + client.words() + "\nelse\n";

        assertThat(Client.said(client.side(), out)).contains(client);
        FastPath.Side other = client.side() == FastPath.Side.PRODUCER ? FastPath.Side.CONSUMER : FastPath.Side.PRODUCER;
        assertThat(Client.said(other, out)).isEmpty();
    }

    @Test
    void areReadAsTheyAreWritten() {
        for (Clients clients : List.of(
                Clients.UNKNOWN,
                new Clients(Optional.of(FAST), Optional.of(PLAIN)),
                new Clients(Optional.empty(), Optional.of(UNUSED)))) {
            ObjectNode node = JsonMapper.shared().createObjectNode();
            clients.write(node);

            assertThat(Clients.read(JsonMapper.shared().readTree(node.toString())))
                    .isEqualTo(clients);
        }
    }

    @Test
    void writeNullForWhatIsUnknown() {
        ObjectNode node = JsonMapper.shared().createObjectNode();
        new Clients(Optional.empty(), Optional.of(UNUSED)).write(node);

        assertThat(node)
                .hasToString("{\"producer\":null,\"consumer\":{\"fast\":null,\"reason\":null,\"kafka\":\"1.2.3\"}}");
    }

    @Test
    void sayHowAPathWasLeft() {
        FastPath path = new FastPath(FastPath.Side.CONSUMER, FastClients.AUTO);
        String version = "; Kafka " + Versions.here().kafka();
        assertThat(Client.of(path).words()).isEqualTo("consumer: no batch yet" + version);
        path.used();
        assertThat(Client.of(path).words()).isEqualTo("consumer: fast path" + version);
        path.close(FastPath.Why.FAILED, new IllegalStateException("no\n way"));
        assertThat(Client.of(path).words()).isEqualTo("consumer: record by record (it failed: no way)" + version);
        assertThat(Client.of(path).isAsWanted()).isFalse();

        Client off = Client.of(new FastPath(FastPath.Side.PRODUCER, FastClients.OFF));
        assertThat(off.words()).isEqualTo("producer: record by record (switched off)" + version);
        assertThat(off.isAsWanted()).isTrue();
    }

    @Test
    void areTogetherNoFasterThanTheSlowestAndNoBetterKnownThanTheLeast() {
        Clients fast = new Clients(Optional.of(FAST), Optional.of(client(FAST.side(), FAST.fast(), FAST.reason())));
        Clients plain = new Clients(Optional.of(FAST), Optional.of(PLAIN));

        assertThat(Clients.together(List.of(fast, fast))).isEqualTo(fast);
        assertThat(Clients.together(List.of(fast, plain, fast))).isEqualTo(plain);
        assertThat(Clients.together(List.of(fast, Clients.UNKNOWN))).isEqualTo(Clients.UNKNOWN);
        assertThat(Clients.together(List.of(Clients.UNKNOWN, plain)).consumer()).contains(PLAIN);
        assertThat(Clients.together(List.of())).isEqualTo(Clients.UNKNOWN);
    }

    private static Client client(FastPath.Side side, Optional<Boolean> fast, Optional<String> reason) {
        return new Client(side, fast, reason, "1.2.3");
    }
}
