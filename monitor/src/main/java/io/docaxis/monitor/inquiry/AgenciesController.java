package io.docaxis.monitor.inquiry;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.figures.TallySnapshot;
import io.micrometer.core.instrument.Clock;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Answers what became of the obligations of each agency, from what the monitor knows; nobody is asked for it. Thread-safe. */
@RestController
final class AgenciesController {

    /** In the order of one moment pages are asked for one after another. */
    private static final Duration STANDS = Duration.ofSeconds(2);

    private static final int QUESTIONS = 8;

    private record Asked(String prefix, AgencyQuestion question) {}

    /** What was found, in order. */
    private record Found(AgencyTable table, List<Integer> rows) {}

    private final Prefixes prefixes;
    private final Recent<Asked, Found> recent;
    private volatile AgencyIndex index;

    AgenciesController(Prefixes prefixes, Clock clock) {
        this.prefixes = prefixes;
        recent = new Recent<>(STANDS, QUESTIONS, clock::monotonicTime);
    }

    @GetMapping("/api/v1/agencies")
    ResponseEntity<ObjectNode> agencies(HttpServletRequest request) throws Exception {
        Question asked = Question.of(request, AgencyQuestion.PARAMETERS);
        AgencyQuestion question = AgencyQuestion.of(asked);
        ListPage page = AgencyQuestion.page(asked);
        Figures figures = Followed.figures(prefixes, asked.prefix(prefixes));
        Found found = recent.get(new Asked(figures.prefix(), question), () -> find(figures, question));
        return JsonAnswer.of(AgenciesJson.of(found.table(), found.rows(), question.allLevels(), page));
    }

    private Found find(Figures figures, AgencyQuestion question) {
        TallySnapshot tally = figures.tally();
        PartHeader any = tally.about()
                .orElseThrow(() -> new UnknownException("what became of obligations is not known: "
                        + figures.tallyProblem().orElse("no consumer has published a tally yet")));
        AgencyTable table = new AgencyTable(tally, index(any), overdue(figures, question));
        return new Found(table, table.rows(question));
    }

    private static Collection<LatenessRevision> overdue(Figures figures, AgencyQuestion question) {
        if (question.sort() != AgencySort.OLDEST) {
            return List.of();
        }
        return figures.response()
                .map(known -> known.overdue().duties())
                .orElseThrow(() -> new UnknownException("sort 'oldest': what is overdue is not known: "
                        + figures.responseProblem().orElse("it was not read yet")));
    }

    /** Made once: codes of 120,000 agencies take some time. */
    private AgencyIndex index(PartHeader run) {
        AgencyIndex known = index;
        if (known == null || !known.isOf(run.getDepartments(), run.getCommunes())) {
            known = new AgencyIndex(AgencyCatalogue.of(run.getDepartments(), run.getCommunes()));
            index = known;
        }
        return known;
    }
}
