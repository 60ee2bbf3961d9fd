package io.docaxis.simulator;

import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.event.proto.Lateness;
import java.nio.charset.StandardCharsets;

/** What a record of the lateness topic says. */
record Announcement(String key, Lateness said) {

    static Announcement of(byte[] key, byte[] value) {
        try {
            return new Announcement(new String(key, StandardCharsets.UTF_8), Lateness.parseFrom(value));
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
