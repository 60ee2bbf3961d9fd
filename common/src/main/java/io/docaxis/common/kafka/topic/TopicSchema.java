package io.docaxis.common.kafka.topic;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.docaxis.common.event.proto.Event;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.tally.proto.CellValue;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SketchValue;
import io.docaxis.common.tally.proto.TallyKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What keys and values of a topic are, for tools that decode.
 *
 * @param topic its name, the prefix left out
 * @param key in words
 * @param value in words
 */
public record TopicSchema(String topic, String key, String value) {

    private static final String TALLY_VALUE = name(CellValue.getDescriptor()) + " (key: cell), "
            + name(SketchValue.getDescriptor()) + " (sketch) or " + name(PartHeader.getDescriptor()) + " (header)";

    /** Of every topic of a prefix. */
    public static final List<TopicSchema> ALL = List.of(
            new TopicSchema(
                    "events", "thread, 8 bytes, big-endian; ticks and markers: none", name(Event.getDescriptor())),
            new TopicSchema(
                    "events.dlt", "as it came", "as it came, what could not be read; why is in the header reason"),
            new TopicSchema("lateness", "thread/document/receiver/obligation, text", name(Lateness.getDescriptor())),
            new TopicSchema("tally", name(TallyKey.getDescriptor()), TALLY_VALUE),
            new TopicSchema("ledger", name(TallyKey.getDescriptor()), TALLY_VALUE));

    /** The files of all messages, each after those that it imports. */
    public static FileDescriptorSet descriptors() {
        Set<FileDescriptor> files = new LinkedHashSet<>();
        List.of(Event.getDescriptor(), Lateness.getDescriptor(), TallyKey.getDescriptor())
                .forEach(message -> add(message.getFile(), files));
        FileDescriptorSet.Builder set = FileDescriptorSet.newBuilder();
        files.forEach(file -> set.addFile(file.toProto()));
        return set.build();
    }

    private static void add(FileDescriptor file, Set<FileDescriptor> to) {
        file.getDependencies().forEach(imported -> add(imported, to));
        to.add(file);
    }

    private static String name(Descriptor message) {
        return message.getFullName();
    }
}
