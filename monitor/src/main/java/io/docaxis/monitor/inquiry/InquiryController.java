package io.docaxis.monitor.inquiry;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers inquiries over HTTP, as JSON. Each reads topics of the cluster, so they are answered one at a time, and none for long: a history ends with
 * what was read by then, and who is late is not answered in part. Thread-safe.
 */
@RestController
@RequestMapping("/api/v1")
final class InquiryController {

    private static final String PREFIX = "prefix";
    private static final String AGENCY = "agency";
    private static final String OBLIGATION = "obligation";
    private static final String LIMIT = "limit";
    private static final String FROM_START = "from_start";

    /** With a broker that says nothing, and for the inquiries before. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** For who is late; for records of lateness, and as much for those of one partition. */
    private static final Duration MOST = Duration.ofSeconds(10);

    private static final long USUAL_LIMIT = 1_000;
    private static final long MOST_LIMIT = 10_000;

    private final Cluster cluster;
    private final Prefixes prefixes;
    private final Semaphore turn = new Semaphore(1, true);

    /** @param prefixes of which somebody may ask, now */
    InquiryController(Cluster cluster, Prefixes prefixes) {
        this.cluster = cluster;
        this.prefixes = prefixes;
    }

    @GetMapping("/late")
    ResponseEntity<ObjectNode> late(HttpServletRequest request) throws InterruptedException {
        requireKnown(request, Set.of(PREFIX, AGENCY, OBLIGATION, LIMIT));
        LateFilter filter = LateFilter.of(request.getParameter(AGENCY), request.getParameter(OBLIGATION));
        long limit = limit(request.getParameter(LIMIT));
        LateReader reader = new LateReader(cluster, topics(request), PATIENCE);
        return inTurn(() -> LateJson.of(reader.read(filter, MOST), limit));
    }

    @GetMapping("/history/{thread}")
    ResponseEntity<ObjectNode> history(@PathVariable("thread") String thread, HttpServletRequest request)
            throws InterruptedException {
        requireKnown(request, Set.of(PREFIX, FROM_START));
        long number = ThreadName.parse(thread);
        boolean fromStart = flag(request.getParameter(FROM_START));
        HistoryReader reader = new HistoryReader(cluster, topics(request), PATIENCE);
        return inTurn(() -> HistoryJson.of(reader.read(number, fromStart, MOST)));
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> bad(BadQuestionException why) {
        return refused(HttpStatus.BAD_REQUEST, why.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> unanswered(ClusterException why) {
        return refused(HttpStatus.SERVICE_UNAVAILABLE, why.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> unfinished(UnfinishedException why) {
        return refused(HttpStatus.GATEWAY_TIMEOUT, why.getMessage());
    }

    private ResponseEntity<ObjectNode> inTurn(Supplier<ObjectNode> inquiry) throws InterruptedException {
        if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            return refused(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "other inquiries are being answered, and were for " + PATIENCE.toSeconds() + " s: ask again");
        }
        try {
            return answer(HttpStatus.OK, inquiry.get());
        } finally {
            turn.release();
        }
    }

    private static ResponseEntity<ObjectNode> refused(HttpStatus status, String why) {
        return answer(status, JsonNodeFactory.instance.objectNode().put("error", why));
    }

    private static ResponseEntity<ObjectNode> answer(HttpStatus status, ObjectNode body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    /** Whoever misspells a parameter would take everything for what was asked. */
    private static void requireKnown(HttpServletRequest request, Set<String> allowed) {
        request.getParameterMap().forEach((name, values) -> {
            if (!allowed.contains(name)) {
                throw new BadQuestionException("parameter '" + name + "': want one of " + new TreeSet<>(allowed));
            }
            if (values.length > 1) {
                throw new BadQuestionException(
                        "parameter '" + name + "': it is there " + values.length + " times; want one");
            }
        });
    }

    private Topics topics(HttpServletRequest request) {
        SortedSet<String> known = prefixes.get();
        String asked = request.getParameter(PREFIX);
        if (asked == null && known.size() == 1) {
            return new Topics(known.first());
        }
        if (asked == null || !known.contains(asked)) {
            throw new BadQuestionException((asked == null ? "parameter 'prefix' is missing" : "prefix '" + asked + "'")
                    + ": want one of " + List.copyOf(known));
        }
        return new Topics(asked);
    }

    private static long limit(String written) {
        if (written == null) {
            return USUAL_LIMIT;
        }
        try {
            long limit = Long.parseLong(written);
            if (limit >= 0 && limit <= MOST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadQuestionException("limit '" + written + "': want a whole number from 0 to " + MOST_LIMIT);
    }

    private static boolean flag(String written) {
        if (written == null || written.equals("false")) {
            return false;
        }
        if (written.equals("true")) {
            return true;
        }
        throw new BadQuestionException("from_start '" + written + "': want true or false");
    }
}
