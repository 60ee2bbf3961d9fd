package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;

/** A broker on which nobody may do anything but its administrator, until rights are granted: users with passwords, access lists. */
final class GuardedBroker implements AutoCloseable {

    private static final String ADMINISTRATOR = "administrator";
    private static final int USERS = 40;

    private final EmbeddedBroker broker;
    private final Admin admin;
    private int users;

    GuardedBroker() {
        StringBuilder passwords = new StringBuilder("org.apache.kafka.common.security.plain.PlainLoginModule required"
                + " username=\"administrator\" password=\"of-administrator\" user_administrator=\"of-administrator\"");
        for (int i = 0; i < USERS; i++) {
            passwords.append(" user_u").append(i).append("=\"of-u").append(i).append('"');
        }
        broker = EmbeddedBroker.start(
                BrokerSettings.DEFAULT.with(Map.of(
                        "listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:SASL_PLAINTEXT",
                        "inter.broker.listener.name", "PLAINTEXT",
                        "sasl.enabled.mechanisms", "PLAIN",
                        "sasl.mechanism.inter.broker.protocol", "PLAIN",
                        "listener.name.plaintext.plain.sasl.jaas.config",
                                passwords.append(';').toString(),
                        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        // nobody here may read the settings of topics: batches have to fit without
                        "message.max.bytes", "100000",
                        // the controller's listener knows no users
                        "super.users", "User:administrator;User:ANONYMOUS")),
                why -> fail(why));
        admin = Admin.create(administrator().client(Map.of()));
    }

    String servers() {
        return broker.bootstrapServers();
    }

    Cluster administrator() {
        return as(ADMINISTRATOR);
    }

    Cluster as(String user) {
        return new Cluster(servers(), client(user));
    }

    /** The lines of a client configuration. */
    static Map<String, String> client(String user) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user
                        + "\" password=\"of-" + user + "\";");
    }

    /** A file with these lines, of a user. */
    static Path clientConfig(String user, Path directory) throws IOException {
        Properties lines = new Properties();
        lines.putAll(client(user));
        Path file = directory.resolve(user + ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            lines.store(writer, null);
        }
        return file;
    }

    /** A user with these rights on a prefix and no others. */
    String userWith(Topics topics, List<Grant> grants) throws Exception {
        Map<ResourcePattern, List<AclOperation>> rights = new HashMap<>();
        for (Grant grant : grants) {
            rights.computeIfAbsent(grant.pattern(topics), first -> new ArrayList<>())
                    .add(grant.operation());
        }
        return userWith(rights);
    }

    /** A user with these rights and no others. */
    String userWith(Map<ResourcePattern, List<AclOperation>> rights) throws Exception {
        String user = "u" + users++;
        List<AclBinding> bindings = new ArrayList<>();
        rights.forEach((pattern, operations) -> operations.forEach(operation -> bindings.add(new AclBinding(
                pattern, new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)))));
        admin.createAcls(bindings).all().get();
        // the controller has them; the broker's authorizer hears of them a moment later
        AclBindingFilter ofUser = new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter("User:" + user, null, AclOperation.ANY, AclPermissionType.ANY));
        await().until(() -> admin.describeAcls(ofUser).values().get().size() == bindings.size());
        return user;
    }

    /** Takes the right to read one topic from a user who has it on a prefix. */
    void forbidReading(String user, String topic) throws Exception {
        forbid(user, new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL), AclOperation.READ);
    }

    /** Takes a right from a user who has it on a prefix. */
    void forbid(String user, ResourcePattern pattern, AclOperation operation) throws Exception {
        admin.createAcls(List.of(new AclBinding(
                        pattern, new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.DENY))))
                .all()
                .get();
    }

    /** Gives back what was taken. */
    void allowAgain(String user) throws Exception {
        admin.deleteAcls(List.of(new AclBindingFilter(
                        ResourcePatternFilter.ANY,
                        new AccessControlEntryFilter("User:" + user, null, AclOperation.ANY, AclPermissionType.DENY))))
                .all()
                .get();
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }

    /** The rights that docs/operating.md asks for. */
    enum Grant {
        CREATE_TOPICS(AclOperation.CREATE, ResourceType.TOPIC),
        READ_TOPICS(AclOperation.READ, ResourceType.TOPIC),
        WRITE_TOPICS(AclOperation.WRITE, ResourceType.TOPIC),
        READ_GROUP(AclOperation.READ, ResourceType.GROUP),
        WRITE_TRANSACTIONS(AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID),
        DELETE_TOPICS(AclOperation.DELETE, ResourceType.TOPIC),
        DELETE_GROUP(AclOperation.DELETE, ResourceType.GROUP);

        private final AclOperation operation;
        private final ResourceType type;

        Grant(AclOperation operation, ResourceType type) {
            this.operation = operation;
            this.type = type;
        }

        AclOperation operation() {
            return operation;
        }

        private ResourcePattern pattern(Topics topics) {
            return switch (type) {
                case TOPIC -> new ResourcePattern(type, topics.prefix() + ".", PatternType.PREFIXED);
                case GROUP -> new ResourcePattern(type, topics.group(), PatternType.LITERAL);
                default -> new ResourcePattern(type, topics.group() + "-", PatternType.PREFIXED);
            };
        }
    }
}
