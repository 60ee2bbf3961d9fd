package io.docaxis.simulator.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers the page from a {@link Fixture}, and keeps what it was asked. Thread-safe. */
@RestController
final class FixtureAnswers {

    private static final String BELOW = "/api/v1/";
    private static final long BEAT_MS = 1_000;

    private final List<BlockingQueue<String>> viewers = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private volatile Fixture fixture;
    private volatile boolean closed;
    private volatile boolean silent;

    FixtureAnswers(Fixture fixture) {
        this.fixture = fixture;
    }

    /** From now on the page is about another state, for whoever opens it. */
    void show(Fixture other) {
        fixture = other;
        silent = false;
        asked.clear();
    }

    /** Whether nothing is said any more, though every connection stays. */
    void silent(boolean now) {
        silent = now;
    }

    /** Tells every viewer. */
    void say(JsonNode message) {
        viewers.forEach(viewer -> viewer.add(message.toString()));
    }

    /** Paths and parameters of what was asked. */
    List<String> asked() {
        return asked;
    }

    void close() {
        closed = true;
    }

    @GetMapping(BELOW + "stream")
    void stream(HttpServletResponse response) throws IOException {
        BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        messages.add(fixture.message().toString());
        viewers.add(messages);
        response.setContentType("text/event-stream;charset=UTF-8");
        String nothing = Fixture.change(JsonMapper.shared().createObjectNode()).toString();
        try (OutputStream out = response.getOutputStream()) {
            out.write("retry: 1000\n\n".getBytes(StandardCharsets.UTF_8));
            long spoke = System.nanoTime();
            while (!closed) {
                String message = messages.poll(100, TimeUnit.MILLISECONDS);
                boolean due = System.nanoTime() - spoke > TimeUnit.MILLISECONDS.toNanos(BEAT_MS);
                if (!silent && (message != null || due)) {
                    String said = message == null ? nothing : message;
                    out.write(("event: state\nid: " + ids.incrementAndGet() + "\ndata: " + said + "\n\n")
                            .getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    spoke = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            // the server is closed
            Thread.currentThread().interrupt();
        } finally {
            viewers.remove(messages);
        }
    }

    @GetMapping(value = BELOW + "**", produces = "application/json;charset=UTF-8")
    String answer(HttpServletRequest request) {
        asked.add(request.getRequestURI()
                + Optional.ofNullable(request.getQueryString())
                        .map(query -> "?" + query)
                        .orElse(""));
        String name = request.getRequestURI().substring(BELOW.length()).split("/")[0];
        JsonNode found = fixture.answers().path(name);
        JsonNode told = found.isObject() ? found : fixture.sections().path(name);
        if (!told.isObject()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        ObjectNode answer = (ObjectNode) told.deepCopy();
        keep(answer, "duties", duty -> is(request, "agency", duty) && is(request, "obligation", duty))
                .ifPresent(kept -> answer.put("overdue", kept));
        String search = Optional.ofNullable(request.getParameter("search")).orElse("");
        keep(
                        answer,
                        "agencies",
                        agency -> (agency.path("code").asString("") + " "
                                        + agency.path("name").asString(""))
                                .contains(search))
                .filter(kept -> !search.isEmpty())
                .ifPresent(kept -> answer.put("total", kept));
        return answer.toString();
    }

    private static boolean is(HttpServletRequest request, String parameter, JsonNode node) {
        String wanted = request.getParameter(parameter);
        return wanted == null || wanted.equals(node.path(parameter).asString(null));
    }

    /** Leaves out of a list what does not fit; says how many are left, empty if there is no such list. */
    private static Optional<Integer> keep(ObjectNode answer, String list, Predicate<JsonNode> fits) {
        if (!(answer.path(list) instanceof ArrayNode all)) {
            return Optional.empty();
        }
        ArrayNode kept = JsonMapper.shared().createArrayNode();
        all.forEach(each -> {
            if (fits.test(each)) {
                kept.add(each);
            }
        });
        answer.set(list, kept);
        return Optional.of(kept.size());
    }
}
