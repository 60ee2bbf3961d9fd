package io.docaxis.monitor.page;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** Answers {@code GET /api/v1/stream}: sections, and what changes of them, as long as the viewer stays. */
final class StreamServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String PATH = "/api/v1/stream";

    /** More are refused: each takes a connection. */
    private static final int MOST_VIEWERS = 1_000;

    private final transient Rooms rooms;

    StreamServlet(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> wrong = RoomQuestion.problem(request, rooms);
        if (wrong.isPresent()) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, wrong.get());
            return;
        }
        if (rooms.viewers() >= MOST_VIEWERS) {
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, MOST_VIEWERS + " viewers are here already");
            return;
        }
        Room room = rooms.room(Optional.ofNullable(request.getParameter(RoomQuestion.PREFIX)));
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // a proxy that keeps it until it has enough would show nothing
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        room.show(gone -> new AsyncViewer(context, gone), request.getHeader("Last-Event-ID"));
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        String body = JsonNodeFactory.instance.objectNode().put("error", why).toString();
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
