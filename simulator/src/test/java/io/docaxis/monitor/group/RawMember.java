package io.docaxis.monitor.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.Cluster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

/**
 * The only member of a group of the classic protocol, which says and is assigned bytes of its own. No client of Kafka's does that,
 * so this one speaks Kafka's protocol itself.
 */
final class RawMember implements AutoCloseable {

    private static final int JOIN = 11;
    /** The last in which a member need not ask for its name first. */
    private static final int JOIN_VERSION = 3;

    private static final int SYNC = 14;
    private static final int SYNC_VERSION = 1;
    /** Longer than any test: it sends no heartbeat. */
    private static final int SESSION_MS = 300_000;

    private interface Body {
        void write(DataOutputStream to) throws IOException;
    }

    private final Socket socket;

    private RawMember(Socket socket) {
        this.socket = socket;
    }

    /** @param protocolType of consumers ("consumer"), or of anything else */
    static RawMember join(Cluster broker, String group, String protocolType, byte[] assignment) throws IOException {
        String[] address = broker.bootstrapServers().split(":");
        RawMember member = new RawMember(new Socket(address[0], Integer.parseInt(address[1])));
        DataInputStream joined = member.ask(JOIN, JOIN_VERSION, to -> {
            to.writeUTF(group);
            to.writeInt(SESSION_MS);
            to.writeInt(SESSION_MS);
            to.writeUTF("");
            to.writeUTF(protocolType);
            to.writeInt(1);
            to.writeUTF("raw");
            bytes(to, assignment);
        });
        int generation = joined.readInt();
        assertThat(joined.readUTF()).as("the protocol").isEqualTo("raw");
        String leader = joined.readUTF();
        assertThat(joined.readUTF()).as("the only member").isEqualTo(leader);
        member.ask(SYNC, SYNC_VERSION, to -> {
            to.writeUTF(group);
            to.writeInt(generation);
            to.writeUTF(leader);
            to.writeInt(1);
            to.writeUTF(leader);
            bytes(to, assignment);
        });
        return member;
    }

    private static void bytes(DataOutputStream to, byte[] bytes) throws IOException {
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    /** What follows in the answer after the throttle time and the error, which is none. */
    private DataInputStream ask(int what, int version, Body body) throws IOException {
        ByteArrayOutputStream question = new ByteArrayOutputStream();
        DataOutputStream to = new DataOutputStream(question);
        to.writeShort(what);
        to.writeShort(version);
        to.writeInt(0);
        to.writeUTF("raw");
        body.write(to);
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        bytes(out, question.toByteArray());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataInputStream answer = new DataInputStream(new ByteArrayInputStream(in.readNBytes(in.readInt())));
        assertThat(answer.readInt()).as("the number of the question").isZero();
        answer.readInt();
        assertThat(answer.readShort()).as("the error").isZero();
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
