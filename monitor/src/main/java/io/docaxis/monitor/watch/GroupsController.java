package io.docaxis.monitor.watch;

import io.docaxis.monitor.group.GroupsJson;
import io.docaxis.monitor.group.GroupsSnapshot;
import io.micrometer.core.instrument.Clock;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
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
        Optional<String> misspelt = request.getParameterMap().keySet().stream()
                .filter(name -> !name.equals(GROUP))
                .findFirst();
        if (misspelt.isPresent()) {
            return refused(HttpStatus.BAD_REQUEST, "parameter '" + misspelt.get() + "': want [group]");
        }
        Optional<GroupsSnapshot> known = watch.groups();
        if (known.isEmpty()) {
            return refused(HttpStatus.SERVICE_UNAVAILABLE, "nothing is known of the cluster's groups yet");
        }
        Optional<String> only = Optional.ofNullable(request.getParameter(GROUP));
        if (only.isPresent()
                && known.get().groups().stream()
                        .noneMatch(group -> group.found().name().equals(only.get()))) {
            return refused(
                    HttpStatus.BAD_REQUEST,
                    "group '" + only.get() + "': there is no such group among the "
                            + known.get().groups().size() + " that are watched");
        }
        return answer(HttpStatus.OK, GroupsJson.of(known.get(), watch.cluster(), only, clock.wallTime()));
    }

    private static ResponseEntity<ObjectNode> refused(HttpStatus status, String why) {
        return answer(status, JsonNodeFactory.instance.objectNode().put("error", why));
    }

    private static ResponseEntity<ObjectNode> answer(HttpStatus status, ObjectNode body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
