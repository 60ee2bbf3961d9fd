package io.docaxis.simulator.cluster;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.kafka.common.Node;

/** Finds out, by a connection of its own, why an address does not answer as a Kafka broker does. */
final class SilenceDiagnosis {

    static final String UNRESOLVED = "its host does not resolve";

    private static final String CLOSES = "it accepts connections and closes them";

    private static final int TIMEOUT_MS = 2_000;
    /** A question for the versions of questions, the oldest, without a name: ten bytes follow the length. */
    private static final byte[] VERSIONS = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, -1, -1};

    private SilenceDiagnosis() {}

    /** Where a connection could not be made, or was closed before anything was said. */
    static String closed(Node node, boolean secured) {
        String problem = connecting(node);
        if (problem != null) {
            return problem;
        }
        OptionalInt answer = answer(node);
        boolean kafkas = answer.isPresent() && answer.getAsInt() >>> 24 == 0;
        if (secured) {
            return kafkas ? "it does not speak TLS (security.protocol=PLAINTEXT or SASL_PLAINTEXT)" : CLOSES;
        }
        if (speaksTls(node)) {
            return "it wants TLS (security.protocol=SSL or SASL_SSL)";
        }
        return answer.isPresent() && !kafkas ? "it answers, but not as a Kafka broker does" : CLOSES;
    }

    /** Where a connection is open or being made, and nothing comes. */
    static String open(Node node) {
        String problem = connecting(node);
        return problem == null ? "it accepts connections and says nothing" : problem;
    }

    /** Null if a connection can be made. */
    private static String connecting(Node node) {
        InetSocketAddress address = new InetSocketAddress(node.host(), node.port());
        if (address.isUnresolved()) {
            return UNRESOLVED;
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, TIMEOUT_MS);
            return null;
        } catch (SocketTimeoutException e) {
            return "no connection within " + TIMEOUT_MS / 1000 + " s";
        } catch (ConnectException e) {
            return "connection refused";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /** Whoever shows a certificate, or objects to ours, does. */
    private static boolean speaksTls(Node node) {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(node.host(), node.port()), TIMEOUT_MS);
            plain.setSoTimeout(TIMEOUT_MS);
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            try (SSLSocket secured = (SSLSocket) factory.createSocket(plain, node.host(), node.port(), false)) {
                secured.startHandshake();
                return true;
            }
        } catch (SSLException e) {
            return !String.valueOf(e.getMessage()).contains("Unsupported or unrecognized SSL message")
                    && !String.valueOf(e.getMessage()).contains("terminated the handshake");
        } catch (IOException e) {
            return false;
        }
    }

    /** The beginning of an answer to a question without TLS: a broker's is its length, anybody else's letters, mostly. */
    private static OptionalInt answer(Node node) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(node.host(), node.port()), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write(VERSIONS);
            return OptionalInt.of(new DataInputStream(socket.getInputStream()).readInt());
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }
}
