package io.docaxis.monitor.page;

import io.docaxis.monitor.inquiry.BadQuestionException;
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
        Optional<Room> room = begin(request, response);
        if (room.isPresent()) {
            AsyncContext context = request.startAsync();
            context.setTimeout(0);
            room.get().show(gone -> new AsyncViewer(context, gone), request.getHeader("Last-Event-ID"));
        }
    }

    /** Whoever asks for the head alone is no viewer, and is not kept waiting. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        begin(request, response);
    }

    /** The room to show, whose head is said; empty: it was refused. */
    private Optional<Room> begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Room room;
        try {
            room = RoomQuestion.room(request, rooms);
        } catch (BadQuestionException e) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
            return Optional.empty();
        }
        if (rooms.viewers() >= MOST_VIEWERS) {
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, MOST_VIEWERS + " viewers are here already");
            return Optional.empty();
        }
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // a proxy that keeps it until it has enough would show nothing
        response.setHeader("X-Accel-Buffering", "no");
        return Optional.of(room);
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        String body = JsonNodeFactory.instance.objectNode().put("error", why).toString();
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
