package io.docaxis.common.kafka.topic;

import java.util.Locale;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Leave to do something with something, as Kafka's access lists have it. */
record Right(AclOperation operation, ResourceType type, String name) {

    static Right onTopic(AclOperation operation, String topic) {
        return new Right(operation, ResourceType.TOPIC, topic);
    }

    static Right onGroup(AclOperation operation, String group) {
        return new Right(operation, ResourceType.GROUP, group);
    }

    /** As Kafka's tools write it: {@code Write on topic 'x'}. */
    @Override
    public String toString() {
        return word(operation.name()) + " on "
                + type.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " '" + name + "'";
    }

    private static String word(String constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.split("_")) {
            word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        return word.toString();
    }
}
