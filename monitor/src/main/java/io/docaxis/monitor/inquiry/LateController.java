package io.docaxis.monitor.inquiry;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.figures.ResponseFigures;
import io.micrometer.core.instrument.Clock;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers who is late: from what the monitor knows of the newest moment or, where it knows none, by reading topics in its turn, in all or not at all.
 * Thread-safe.
 */
@RestController
final class LateController {

    /** Pages of one moment are asked for one after another. */
    private static final Duration STANDS = Duration.ofSeconds(5);

    private static final int QUESTIONS = 4;

    /** One moment, asked for in one way. */
    private record Asked(String prefix, long version, LateQuestion question) {}

    private final Cluster cluster;
    private final Prefixes prefixes;
    private final Turn turn;
    private final Clock clock;
    private final Recent<Asked, LateMoment> recent;

    LateController(Cluster cluster, Prefixes prefixes, Turn turn, Clock clock) {
        this.cluster = cluster;
        this.prefixes = prefixes;
        this.turn = turn;
        this.clock = clock;
        recent = new Recent<>(STANDS, QUESTIONS, clock::monotonicTime);
    }

    @GetMapping("/api/v1/late")
    ResponseEntity<ObjectNode> late(HttpServletRequest request) throws Exception {
        Question asked = Question.of(request, LateQuestion.PARAMETERS);
        LateQuestion question = LateQuestion.of(asked);
        ListPage page = LateQuestion.page(asked);
        String prefix = asked.prefix(prefixes);
        Optional<ResponseFigures> known = prefixes.figures(prefix).flatMap(Figures::response);
        LateMoment moment = known.isPresent() ? known(prefix, known.get(), question) : read(prefix, question);
        return JsonAnswer.of(LateJson.of(moment, page));
    }

    private LateMoment known(String prefix, ResponseFigures known, LateQuestion question) throws Exception {
        return recent.get(
                new Asked(prefix, known.version(), question),
                () -> LateMoment.of(known, question.filter()).arranged(question));
    }

    private LateMoment read(String prefix, LateQuestion question) throws Exception {
        LateReader reader = new LateReader(cluster, new Topics(prefix), Turn.PATIENCE);
        return turn.take(() -> LateMoment.read(reader.read(question.filter(), Turn.MOST), clock.wallTime()))
                .arranged(question);
    }
}
