package io.docaxis.monitor.inquiry;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.figures.TallySnapshot;
import io.micrometer.core.instrument.Clock;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Answers what could not be read: counts from what the monitor knows, and the newest dead letters from their topic, in its turn. Thread-safe. */
@RestController
final class DeadLettersController {

    private static final String REASON = "reason";
    private static final String LIMIT = "limit";
    private static final int USUAL_LIMIT = 20;
    private static final int MOST_LIMIT = 100;

    /** However many look on, the topic is read once in this time. */
    private static final Duration STANDS = Duration.ofSeconds(2);

    private static final int QUESTIONS = 16;

    private record Asked(String prefix, Optional<String> reason) {}

    private final Cluster cluster;
    private final Prefixes prefixes;
    private final Turn turn;
    private final Recent<Asked, DeadLetterReader.Found> recent;

    DeadLettersController(Cluster cluster, Prefixes prefixes, Turn turn, Clock clock) {
        this.cluster = cluster;
        this.prefixes = prefixes;
        this.turn = turn;
        recent = new Recent<>(STANDS, QUESTIONS, clock::monotonicTime);
    }

    @GetMapping("/api/v1/dead-letters")
    ResponseEntity<ObjectNode> deadLetters(HttpServletRequest request) throws Exception {
        Question asked = Question.of(request, Question.PREFIX, REASON, LIMIT);
        Optional<String> reason = asked.choice(REASON, DeadLettersJson.reasons());
        long limit = asked.whole(LIMIT, USUAL_LIMIT, 1, MOST_LIMIT);
        String prefix = asked.prefix(prefixes);
        DeadLetterReader reader = new DeadLetterReader(cluster, new Topics(prefix), Turn.PATIENCE, MOST_LIMIT);
        DeadLetterReader.Found found =
                recent.get(new Asked(prefix, reason), () -> turn.take(() -> reader.read(reason, Turn.MOST)));
        Optional<TallySnapshot> tally =
                prefixes.figures(prefix).map(Figures::tally).filter(TallySnapshot::isKnown);
        return JsonAnswer.of(DeadLettersJson.of(tally, found, text(tally), limit));
    }

    private static FieldText text(Optional<TallySnapshot> tally) {
        Optional<PartHeader> run = tally.flatMap(TallySnapshot::about);
        return new FieldText(
                run.map(any -> AgencyCatalogue.of(any.getDepartments(), any.getCommunes()))
                        .orElseGet(AgencyCatalogue::level1),
                RunTime.of(run));
    }
}
