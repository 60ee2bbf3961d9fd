package io.docaxis.common.kafka.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicSchemaTest {

    /** As a tool does that has nothing else. */
    @Test
    void aToolThatHasTheDescriptorsAloneDecodesAnEvent() throws Exception {
        DocumentSent document = new DocumentSent();
        document.thread = 4711;
        document.sender = 52;
        document.addReceiver(77);
        document.sentAt = 1_678_092_000;
        Envelope envelope = new Envelope();
        envelope.sequence = 42;
        byte[] value = new EventWriter().write(envelope, document);

        DynamicMessage event = DynamicMessage.parseFrom(messages().get("docaxis.v1.Event"), value);
        DynamicMessage content = (DynamicMessage) field(event, "document_sent");

        assertThat(field(event, "sequence")).isEqualTo(42L);
        assertThat(field(content, "thread")).isEqualTo(4711L);
        assertThat(field(content, "sent_at")).isEqualTo(1_678_092_000L);
        assertThat((List<?>) field(content, "receivers")).isEqualTo(List.of(77));
    }

    @Test
    void everyTopicOfAPrefixSaysWhatIsInItAndEveryMessageThatItNamesIsThere() throws Exception {
        Topics topics = new Topics("p");

        assertThat(TopicSchema.ALL)
                .extracting(schema -> "p." + schema.topic())
                .containsExactlyInAnyOrder(
                        topics.events(), topics.deadLetters(), topics.lateness(), topics.tally(), topics.ledger());
        Map<String, Descriptor> messages = messages();
        assertThat(TopicSchema.ALL)
                .flatExtracting(schema -> Arrays.asList((schema.key() + " " + schema.value()).split("[ ,()]+")))
                .filteredOn(word -> word.startsWith("docaxis."))
                .isNotEmpty()
                .allMatch(messages::containsKey);
    }

    private static Object field(DynamicMessage message, String name) {
        return message.getField(message.getDescriptorForType().findFieldByName(name));
    }

    /** Out of the set's bytes, by name. */
    private static Map<String, Descriptor> messages()
            throws InvalidProtocolBufferException, DescriptorValidationException {
        FileDescriptorSet set =
                FileDescriptorSet.parseFrom(TopicSchema.descriptors().toByteArray());
        List<FileDescriptor> files = new ArrayList<>();
        for (FileDescriptorProto file : set.getFileList()) {
            files.add(FileDescriptor.buildFrom(file, files.toArray(FileDescriptor[]::new)));
        }
        Map<String, Descriptor> messages = new HashMap<>();
        files.forEach(file -> file.getMessageTypes().forEach(type -> messages.put(type.getFullName(), type)));
        return messages;
    }
}
