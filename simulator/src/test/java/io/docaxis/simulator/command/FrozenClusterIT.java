package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A cluster that falls silent while commands work with it, without closing a connection. */
class FrozenClusterIT {

    /** A command that runs beside others. */
    private static final class Beside {
        private final Interruption interruption = new Interruption();
        private final StringWriter out = new StringWriter();
        private final StringWriter err = new StringWriter();
        private final CompletableFuture<Integer> code;

        Beside(String... arguments) {
            code = CompletableFuture.supplyAsync(
                    () -> DocaxisCommand.execute(interruption, new PrintWriter(out), new PrintWriter(err), arguments),
                    task -> new Thread(task).start());
        }

        boolean says(String text) {
            return (out.toString() + err).contains(text);
        }
    }

    /** What lies between clients and broker, and can stop to let anything through. */
    private static final class Way implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final int to;
        private final List<Socket> sockets = new ArrayList<>();
        private volatile boolean frozen;

        Way(int to) throws IOException {
            this.to = to;
            start(this::accept);
        }

        String address() {
            return "127.0.0.1:" + server.getLocalPort();
        }

        void freeze(boolean now) {
            frozen = now;
        }

        private void accept() throws IOException {
            while (true) {
                Socket client = server.accept();
                Socket broker = new Socket(InetAddress.getLoopbackAddress(), to);
                synchronized (sockets) {
                    sockets.addAll(List.of(client, broker));
                }
                start(() -> pass(client, broker));
                start(() -> pass(broker, client));
            }
        }

        private void pass(Socket from, Socket on) throws IOException {
            try (from;
                    on) {
                byte[] bytes = new byte[64 << 10];
                for (int read = from.getInputStream().read(bytes);
                        read >= 0;
                        read = from.getInputStream().read(bytes)) {
                    while (frozen) {
                        LockSupport.parkNanos(10_000_000);
                    }
                    on.getOutputStream().write(bytes, 0, read);
                }
            }
        }

        private interface Work {
            void work() throws IOException;
        }

        private static void start(Work work) {
            Thread thread = new Thread(() -> {
                try {
                    work.work();
                } catch (IOException e) {
                    // the connection, or the test, has ended
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            frozen = false;
            server.close();
            synchronized (sockets) {
                for (Socket socket : sockets) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void everyCommandSaysSinceWhenNobodyAnswersAndGoesOnOrEnds() throws Exception {
        int[] ports = new int[3];
        for (int i = 0; i < ports.length; i++) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                ports[i] = free.getLocalPort();
            }
        }
        try (Way way = new Way(ports[1]);
                EmbeddedBroker broker = EmbeddedBroker.start(
                        new BrokerSettings(ports[0], null).with(listeners(ports, way)), why -> fail(why))) {
            assertThat(broker.failure()).isEmpty();
            Beside produce = new Beside("produce", "quiet-day", "--speed", "60x", "--bootstrap-servers", way.address());
            Waiting.until("topics", () -> produce.says("producing"));
            Beside consume = new Beside("consume", "--paced", "--bootstrap-servers", way.address());
            Beside verify = new Beside("verify", "--timeout", "600", "--bootstrap-servers", way.address());
            Waiting.until("consumer", () -> consume.says("consuming"));
            way.freeze(true);

            String says = "no Kafka broker answers at '" + way.address() + "': ";
            Waiting.until("verify", verify.code::isDone);
            Waiting.until("produce", () -> produce.says(says) && produce.says("last answered at "));
            Waiting.until("consume", () -> consume.says(says) && consume.says("last answered at "));
            assertThat(verify.code.get()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(verify.err.toString()).contains(says, "last answered at ");
            way.freeze(false);

            Waiting.until("both to go on", () -> produce.says("answers again") && consume.says("answers again"));
            produce.interruption.request();
            consume.interruption.request();
            Waiting.until("the end", () -> produce.code.isDone() && consume.code.isDone());
            assertThat(produce.code.get()).as(produce.err::toString).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(consume.code.get()).as(consume.err::toString).isEqualTo(ExitCode.INTERRUPTED);
        }
    }

    private static Map<String, String> listeners(int[] ports, Way way) {
        return Map.of(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,WAY://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(ports[0], ports[1], ports[2]),
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + ports[0] + ",WAY://" + way.address(),
                "controller.quorum.voters",
                "1@127.0.0.1:" + ports[2],
                "listener.security.protocol.map",
                "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,WAY:PLAINTEXT",
                "inter.broker.listener.name",
                "PLAINTEXT");
    }
}
