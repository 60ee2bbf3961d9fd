package io.docaxis.monitor.watch;

import io.docaxis.monitor.group.GroupsJson;
import io.docaxis.monitor.group.GroupsSnapshot;
import io.docaxis.monitor.inquiry.BadQuestionException;
import io.docaxis.monitor.inquiry.JsonAnswer;
import io.docaxis.monitor.inquiry.Question;
import io.docaxis.monitor.inquiry.UnknownException;
import io.micrometer.core.instrument.Clock;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Answers what is known of the groups of the watched cluster, over HTTP, as JSON; nobody is asked for it. Thread-safe. */
@RestController
final class GroupsController {

    private static final String GROUP = "group";

    private final Watch watch;
    private final Clock clock;

    GroupsController(Watch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @GetMapping("/api/v1/groups")
    ResponseEntity<ObjectNode> groups(HttpServletRequest request) {
        Question asked = Question.of(request, GROUP);
        Optional<GroupsSnapshot> known = watch.groups();
        if (known.isEmpty()) {
            throw new UnknownException("nothing is known of the cluster's groups yet");
        }
        Optional<String> only = asked.text(GROUP);
        if (only.isPresent()
                && known.get().groups().stream()
                        .noneMatch(group -> group.found().name().equals(only.get()))) {
            throw new BadQuestionException("group '" + only.get() + "': there is no such group among the "
                    + known.get().groups().size() + " that are watched");
        }
        return JsonAnswer.of(GroupsJson.of(known.get(), watch.cluster(), only, clock.wallTime()));
    }
}
