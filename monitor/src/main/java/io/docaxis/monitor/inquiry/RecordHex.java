package io.docaxis.monitor.inquiry;

import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/**
 * Key and value of a record as they lie in a topic, in hexadecimal digits: of a long one its first 32 KiB.
 *
 * @param keyHex null: it has none
 * @param valueHex null: it has none
 * @param valueBytes how long the value is
 */
public record RecordHex(String keyHex, String valueHex, int valueBytes) {

    private static final int MOST_BYTES = 32 << 10;

    static RecordHex of(byte[] keyOrNull, byte[] valueOrNull) {
        return new RecordHex(hex(keyOrNull), hex(valueOrNull), valueOrNull == null ? 0 : valueOrNull.length);
    }

    private static String hex(byte[] bytesOrNull) {
        return bytesOrNull == null
                ? null
                : HexFormat.of().formatHex(bytesOrNull, 0, Math.min(MOST_BYTES, bytesOrNull.length));
    }

    void putInto(ObjectNode node) {
        node.put("key_hex", keyHex).put("value_hex", valueHex).put("value_bytes", valueBytes);
    }
}
