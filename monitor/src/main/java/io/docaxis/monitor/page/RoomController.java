package io.docaxis.monitor.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

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
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(what.apply(RoomQuestion.room(request, rooms)));
    }
}
