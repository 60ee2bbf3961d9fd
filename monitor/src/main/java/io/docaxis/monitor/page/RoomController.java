package io.docaxis.monitor.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;

/** Answers single sections of the page as they are now; nobody is asked for them. Thread-safe. */
@RestController
@RequestMapping("/api/v1")
final class RoomController {

    private final Rooms rooms;

    RoomController(Rooms rooms) {
        this.rooms = rooms;
    }

    @GetMapping("/run")
    ResponseEntity<String> run(HttpServletRequest request) {
        return answer(request, room -> room.section(Sections.RUN).orElseThrow());
    }

    @GetMapping("/obligations")
    ResponseEntity<String> obligations(HttpServletRequest request) {
        return answer(request, room -> room.section(Sections.OBLIGATIONS).orElseThrow());
    }

    @GetMapping("/history")
    ResponseEntity<String> history(HttpServletRequest request) {
        return answer(request, room -> room.history().toString());
    }

    private ResponseEntity<String> answer(HttpServletRequest request, Function<Room, String> what) {
        Optional<String> wrong = RoomQuestion.problem(request, rooms);
        if (wrong.isPresent()) {
            return answer(
                    HttpStatus.BAD_REQUEST,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("error", wrong.get())
                            .toString());
        }
        return answer(
                HttpStatus.OK, what.apply(rooms.room(Optional.ofNullable(request.getParameter(RoomQuestion.PREFIX)))));
    }

    private static ResponseEntity<String> answer(HttpStatus status, String body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
