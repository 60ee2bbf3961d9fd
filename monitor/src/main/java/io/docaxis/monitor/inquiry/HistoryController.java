package io.docaxis.monitor.inquiry;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Answers what became of a thread, by reading topics; a history ends with what was read in the time. Thread-safe. */
@RestController
final class HistoryController {

    private static final String FROM_START = "from_start";

    private final Cluster cluster;
    private final Prefixes prefixes;
    private final Turn turn;

    HistoryController(Cluster cluster, Prefixes prefixes, Turn turn) {
        this.cluster = cluster;
        this.prefixes = prefixes;
        this.turn = turn;
    }

    @GetMapping("/api/v1/history/{thread}")
    ResponseEntity<ObjectNode> history(@PathVariable("thread") String thread, HttpServletRequest request)
            throws Exception {
        return answer(thread, request, HistoryJson::of);
    }

    @GetMapping("/api/v1/documents/{name}")
    ResponseEntity<ObjectNode> document(@PathVariable("name") String name, HttpServletRequest request)
            throws Exception {
        return answer(name, request, HistoryJson::withBytes);
    }

    private ResponseEntity<ObjectNode> answer(
            String name, HttpServletRequest request, Function<ThreadHistory, ObjectNode> json) throws Exception {
        Question asked = Question.of(request, Question.PREFIX, FROM_START);
        long number = ThreadName.parse(name);
        boolean fromStart = asked.flag(FROM_START);
        Topics topics = new Topics(asked.prefix(prefixes));
        HistoryReader reader = new HistoryReader(cluster, topics, Turn.PATIENCE);
        return JsonAnswer.of(turn.take(() -> json.apply(reader.read(number, fromStart, Turn.MOST))));
    }
}
