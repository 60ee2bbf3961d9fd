package io.docaxis.common.kafka.topic;

import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.Topics;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.proto.TallyKey;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Tells docaxis' own records and topics from somebody else's under the same name. */
final class OwnTopics {

    private final Topics topics;
    private final Pattern internal;
    private final EventReader reader = new EventReader();

    OwnTopics(Topics topics) {
        this.topics = topics;
        // a dot would make it a topic of another prefix that begins like this one's group
        internal = Pattern.compile(Pattern.quote(topics.group()) + "-[A-Za-z0-9_-]+-(changelog|repartition)");
    }

    /** Whether a topic is named as Kafka Streams names those that it makes for this prefix. */
    boolean isInternal(String topic) {
        return internal.matcher(topic).matches();
    }

    /** Whether the first record of a partition is what docaxis would have written there. */
    boolean begins(ConsumerRecord<byte[], byte[]> first) {
        String topic = first.topic();
        if (topic.equals(topics.events())) {
            return isEvent(first);
        }
        if (topic.equals(topics.deadLetters())) {
            return topics.events().equals(text(first.headers().lastHeader("topic")));
        }
        return topic.equals(topics.lateness()) ? isLateness(first) : isTally(first);
    }

    /** The first of all is a start marker; where it was deleted, any event stands for it. */
    private boolean isEvent(ConsumerRecord<byte[], byte[]> first) {
        EventKind kind = reader.read(first.value());
        if (first.offset() == 0) {
            return kind == EventKind.RUN_STARTED;
        }
        Header number = first.headers().lastHeader(RecordNumber.HEADER);
        return kind != EventKind.UNREADABLE || (number != null && RecordNumber.read(number.value()) != null);
    }

    private static boolean isTally(ConsumerRecord<byte[], byte[]> first) {
        try {
            return first.key() != null && TallyCodec.key(first.key()).getWhatCase() != TallyKey.WhatCase.WHAT_NOT_SET;
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static boolean isLateness(ConsumerRecord<byte[], byte[]> first) {
        try {
            return first.value() != null && Lateness.parseFrom(first.value()).getRevision() > 0;
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static String text(Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
