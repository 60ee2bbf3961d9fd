package io.docaxis.monitor.inquiry;

import io.docaxis.common.tally.Counter;
import io.docaxis.monitor.figures.TallySnapshot;
import io.docaxis.monitor.json.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Dead letters, as JSON: counts by reason, and the newest, each as far as it can be read. */
final class DeadLettersJson {

    /** By name in the answer. */
    private static final Map<String, Counter> COUNTS = counts();

    private DeadLettersJson() {}

    private static Map<String, Counter> counts() {
        Map<String, Counter> counts = new LinkedHashMap<>();
        counts.put("malformed", Counter.DEAD_LETTER_MALFORMED);
        counts.put("checksum", Counter.DEAD_LETTER_CHECKSUM);
        counts.put("unknown_kind", Counter.DEAD_LETTER_UNKNOWN_KIND);
        counts.put("no_receiver", Counter.DEAD_LETTER_NO_RECEIVER);
        counts.put(DeadLetterSample.STRAY, Counter.DEAD_LETTER_STRAY);
        return counts;
    }

    /** What can be asked for. */
    static List<String> reasons() {
        return List.copyOf(COUNTS.keySet());
    }

    /**
     * All of it.
     *
     * @param tally empty: not known
     * @param limit most letters that are shown
     */
    static ObjectNode of(Optional<TallySnapshot> tally, DeadLetterReader.Found found, FieldText text, long limit) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        tally.ifPresentOrElse(
                known -> {
                    ObjectNode counts = root.putObject("counts");
                    COUNTS.forEach((name, counter) -> counts.put(name, known.count(counter)));
                },
                () -> root.putNull("counts"));
        var samples = root.putArray("samples");
        found.newest().stream().limit(limit).forEach(letter -> put(samples.addObject(), letter, text));
        var unknown = root.putArray("unknown");
        if (tally.isEmpty()) {
            unknown.add("counts: the tally is not known");
        }
        found.unknown().forEach(unknown::add);
        return root;
    }

    private static void put(ObjectNode node, DeadLetterSample letter, FieldText text) {
        node.put("reason", nullIfEmpty(letter.reason()));
        node.put("topic", nullIfEmpty(letter.topic()));
        Fields.put(node, "partition", letter.partition());
        Fields.put(node, "offset", letter.offset());
        node.put("written_at", RunTime.wall(letter.writtenAtMs()));
        RecordHex.of(letter.key(), letter.value()).putInto(node);
        Fields.put(node, "cut_from", letter.cutFrom());
        DeadLetterDiagnosis diagnosis = DeadLetterDiagnosis.of(letter, text);
        ObjectNode fault = node.putObject("fault");
        Fields.put(fault, "at", diagnosis.fault().at());
        fault.put("why", diagnosis.fault().why());
        var fields = node.putArray("fields");
        diagnosis
                .fields()
                .forEach(field -> fields.addObject()
                        .put("name", field.name())
                        .put("at", field.at())
                        .put("length", field.length())
                        .put("value", field.value()));
    }

    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
