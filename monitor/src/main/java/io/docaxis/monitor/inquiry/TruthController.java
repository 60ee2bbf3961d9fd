package io.docaxis.monitor.inquiry;

import io.docaxis.monitor.figures.Figures;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Answers what was planted in a simulated run, and what was noticed of it, from what the monitor knows. Thread-safe. */
@RestController
final class TruthController {

    private final Prefixes prefixes;

    TruthController(Prefixes prefixes) {
        this.prefixes = prefixes;
    }

    @GetMapping("/api/v1/truth")
    ResponseEntity<ObjectNode> truth(HttpServletRequest request) throws InterruptedException {
        Question asked = Question.of(request, Question.PREFIX);
        Figures figures = Followed.figures(prefixes, asked.prefix(prefixes));
        figures.awaitLedger(Turn.PATIENCE);
        return JsonAnswer.of(TruthJson.of(figures)
                .orElseThrow(
                        () -> new UnknownException("what was planted is not known: " + TruthJson.problem(figures))));
    }
}
