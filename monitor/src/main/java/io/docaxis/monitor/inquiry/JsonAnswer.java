package io.docaxis.monitor.inquiry;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers over HTTP, as JSON, which nobody may keep. */
public final class JsonAnswer {

    private JsonAnswer() {}

    public static ResponseEntity<ObjectNode> of(ObjectNode body) {
        return answer(HttpStatus.OK, body);
    }

    /** Why there is no answer, as {@code error}. */
    public static ResponseEntity<ObjectNode> refused(HttpStatus status, String why) {
        return answer(status, JsonNodeFactory.instance.objectNode().put("error", why));
    }

    private static ResponseEntity<ObjectNode> answer(HttpStatus status, ObjectNode body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
