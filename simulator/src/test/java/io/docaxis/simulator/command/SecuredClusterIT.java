package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One broker behind five listeners: plain, with logins, with TLS, with both, and one whose advertised address is nobody's. */
class SecuredClusterIT {

    private static final String RIGHT = "planted-right-word";
    private static final String WRONG = "planted-wrong-word";
    private static final String STORE = "planted-store-word";
    private static final int PLAIN = 0;
    private static final int LOGIN = 1;
    private static final int TLS = 2;
    private static final int AWAY = 3;
    private static final int CONTROLLER = 4;
    private static final int NOBODY = 5;
    private static final int BOTH = 6;

    private static final List<String> COMMANDS = List.of("run quiet-day", "produce quiet-day", "consume", "verify");

    @TempDir
    private static Path directory;

    private static final int[] PORTS = new int[BOTH + 1];
    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        List<ServerSocket> held = new ArrayList<>();
        for (int i = 0; i < PORTS.length; i++) {
            held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            PORTS[i] = held.get(i).getLocalPort();
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        makeStore();
        String clients = "PLAINTEXT://%s,LOGIN://%s,TLS://%s,BOTH://%s"
                .formatted(address(PLAIN), address(LOGIN), address(TLS), address(BOTH));
        broker = EmbeddedBroker.start(
                new BrokerSettings(PORTS[PLAIN], null)
                        .with(Map.of(
                                "listeners",
                                clients + ",AWAY://" + address(AWAY) + ",CONTROLLER://" + address(CONTROLLER),
                                "advertised.listeners",
                                clients + ",AWAY://" + address(NOBODY),
                                "controller.quorum.voters",
                                "1@" + address(CONTROLLER),
                                "listener.security.protocol.map",
                                "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,LOGIN:SASL_PLAINTEXT,TLS:SSL,BOTH:SASL_SSL,AWAY:PLAINTEXT",
                                "inter.broker.listener.name",
                                "PLAINTEXT",
                                "listener.name.login.sasl.enabled.mechanisms",
                                "PLAIN",
                                "listener.name.login.plain.sasl.jaas.config",
                                "org.apache.kafka.common.security.plain.PlainLoginModule required user_someone=\""
                                        + RIGHT + "\";",
                                "ssl.keystore.location",
                                directory.resolve("store.p12").toString(),
                                "ssl.keystore.password",
                                STORE))
                        .with(Map.of(
                                "listener.name.both.sasl.enabled.mechanisms",
                                "PLAIN",
                                "listener.name.both.plain.sasl.jaas.config",
                                "org.apache.kafka.common.security.plain.PlainLoginModule required user_someone=\""
                                        + RIGHT + "\";")),
                why -> fail(why));
    }

    private static void makeStore() throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        directory.resolve("store.p12").toString(),
                        "-storepass",
                        STORE)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    private static String address(int listener) {
        return "127.0.0.1:" + PORTS[listener];
    }

    /** Who is refused, or cannot get there: the address, what the client config says, and what the user reads. */
    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of(LOGIN, login("PLAIN", "someone", WRONG), 4, "Invalid username or password"),
                Arguments.of(
                        LOGIN,
                        login("SCRAM-SHA-256", "someone", RIGHT),
                        4,
                        "Client SASL mechanism 'SCRAM-SHA-256' not enabled in the server, enabled mechanisms are [PLAIN]"),
                Arguments.of(
                        LOGIN,
                        List.of("security.protocol=SASL_PLAINTEXT", "sasl.mechanism=PLAIN"),
                        1,
                        "Could not find a 'KafkaClient' entry in the JAAS configuration"),
                Arguments.of(
                        LOGIN,
                        List.of(
                                "security.protocol=SASL_PLAINTEXT",
                                "sasl.mechanism=PLAIN",
                                "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required"
                                        + " username=someone password=with " + WRONG + ";"),
                        1,
                        "[hidden]"),
                Arguments.of(TLS, List.of("security.protocol=SSL"), 4, "unable to find valid certification path"),
                Arguments.of(TLS, tls("/no/such.p12", STORE), 1, "/no/such.p12"),
                Arguments.of(
                        TLS,
                        tls(directory.resolve("store.p12").toString(), WRONG),
                        1,
                        "keystore password was incorrect"),
                Arguments.of(PLAIN, login("PLAIN", "someone", RIGHT), 4, "enabled mechanisms are []"));
    }

    private static List<String> login(String mechanism, String user, String password) {
        String module = mechanism.equals("PLAIN") ? "plain.Plain" : "scram.Scram";
        return List.of(
                "security.protocol=SASL_PLAINTEXT",
                "sasl.mechanism=" + mechanism,
                "sasl.jaas.config=org.apache.kafka.common.security." + module + "LoginModule required username=\""
                        + user + "\" password=\"" + password + "\";");
    }

    private static List<String> tls(String store, String password) {
        return List.of(
                "security.protocol=SSL",
                "ssl.truststore.location=" + store,
                "ssl.truststore.type=PKCS12",
                "ssl.truststore.password=" + password);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void tellsEveryCommandInKafkasDeepestWordsAndWithoutSecrets(
            int listener, List<String> config, int code, String says) throws IOException {
        for (String command : COMMANDS) {
            ran(listener, config, command).ended(code, says);
        }
    }

    /** Nobody says no there: time has to run out. */
    @Test
    void saysThatAPortWantsTlsOrALoginOrNoTls() throws IOException {
        ran(TLS, List.of(), "verify --timeout 3")
                .ended(ExitCode.ENVIRONMENT, "no Kafka broker answers at '" + address(TLS) + "': it wants TLS");
        ran(PLAIN, tls(directory.resolve("store.p12").toString(), STORE), "verify --timeout 3")
                .ended(ExitCode.ENVIRONMENT, "it does not speak TLS");
        ran(LOGIN, List.of(), "verify --timeout 3").ended(ExitCode.ENVIRONMENT, "does it want a login");
    }

    @Test
    void namesTheAdvertisedAddressThatDoesNotAnswer() throws IOException {
        ran(AWAY, List.of(), "verify --timeout 3")
                .ended(
                        ExitCode.ENVIRONMENT,
                        "broker 1 of the cluster at '" + address(AWAY) + "' is advertised as '" + address(NOBODY)
                                + "', which does not answer: connection refused",
                        "asked which brokers there are since");
    }

    @Test
    void playsARunOverEachListenerThatLetsItIn() throws IOException {
        String[] run = {"run", "quiet-day", "--documents", "50", "--prefix"};
        for (Map.Entry<String, Ran> ran : Map.of(
                        "login", ran(LOGIN, login("PLAIN", "someone", RIGHT), String.join(" ", run) + " login"),
                        "tls",
                                ran(
                                        TLS,
                                        tls(directory.resolve("store.p12").toString(), STORE),
                                        String.join(" ", run) + " tls"))
                .entrySet()) {
            ran.getValue().ended(ExitCode.EXACT, "verdict: exact");
        }
    }

    /** What is measured is nobody's business here. */
    @Test
    void loadsWithTlsAndALoginWhoeverConsumes() throws IOException {
        List<String> config = new ArrayList<>(tls(directory.resolve("store.p12").toString(), STORE));
        config.addAll(login("PLAIN", "someone", RIGHT));
        config.removeIf(line -> line.startsWith("security.protocol="));
        config.add("security.protocol=SASL_SSL");
        String load = "load quiet-day --rate 300/s --duration 2s --rehearse 0s --allow-invalid --prefix ";

        ran(BOTH, config, load + "proved").ended(ExitCode.EXACT, "proof: exact");
        ran(BOTH, config, load + "counted --consume count").ended(ExitCode.EXACT, "lost 0, duplicates 0");
    }

    /** The file names the cluster; whatever is printed and written down holds no secret. */
    private static Ran ran(int listener, List<String> config, String command) throws IOException {
        List<String> lines = new ArrayList<>(config);
        lines.add("bootstrap.servers=" + address(listener));
        lines.add("some.unknown.token=planted-token-word");
        Path file = Files.write(directory.resolve("client.properties"), lines);
        Ran ran = Ran.of(Stream.concat(Arrays.stream(command.split(" ")), Stream.of("--client-config", file.toString()))
                .toArray(String[]::new));
        assertThat(ran.out() + ran.err()).doesNotContain("planted-");
        return ran;
    }

    @AfterAll
    static void stop() {
        if (broker != null) {
            broker.close();
        }
    }
}
