package io.docaxis.monitor.page;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One message of the stream, as it goes over the network.
 *
 * @param number rises by one from each to the next
 * @param bytes an event of a {@code text/event-stream}
 */
record Message(long number, byte[] bytes) {

    /**
     * Of sections, which are JSON already and have no line breaks.
     *
     * @param stream in whose course it stands: with the number it is the message's id
     * @param reset whether these are all sections there are
     */
    static Message of(String stream, long number, boolean reset, Map<String, String> sections) {
        StringBuilder text = new StringBuilder(sections.values().stream()
                        .mapToInt(section -> section.length() + Byte.MAX_VALUE)
                        .sum()
                + Byte.MAX_VALUE);
        text.append("id: ").append(stream).append('-').append(number).append("\nevent: state\ndata: {\"reset\":");
        text.append(reset).append(",\"sections\":{");
        String separator = "";
        for (Map.Entry<String, String> section : sections.entrySet()) {
            text.append(separator).append('"').append(section.getKey()).append("\":");
            text.append(section.getValue());
            separator = ",";
        }
        text.append("}}\n\n");
        return new Message(number, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
