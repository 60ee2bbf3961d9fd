package io.docaxis.monitor.inquiry;

import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.Reason;
import org.apache.kafka.common.KafkaException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.node.ObjectNode;

/** Whatever goes wrong while a controller answers has a status of its own, and says what. */
@RestControllerAdvice
public final class InquiryErrors {

    @ExceptionHandler
    ResponseEntity<ObjectNode> bad(BadQuestionException why) {
        return JsonAnswer.refused(HttpStatus.BAD_REQUEST, why.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> unknown(UnknownException why) {
        return JsonAnswer.refused(HttpStatus.SERVICE_UNAVAILABLE, why.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> unanswered(ClusterException why) {
        return JsonAnswer.refused(HttpStatus.SERVICE_UNAVAILABLE, why.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> failed(KafkaException why) {
        return JsonAnswer.refused(HttpStatus.SERVICE_UNAVAILABLE, Reason.of(why));
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> unfinished(UnfinishedException why) {
        return JsonAnswer.refused(HttpStatus.GATEWAY_TIMEOUT, why.getMessage());
    }

    /** The process ends. */
    @ExceptionHandler
    ResponseEntity<ObjectNode> interrupted(InterruptedException why) {
        return JsonAnswer.refused(HttpStatus.SERVICE_UNAVAILABLE, "nobody answers any more");
    }
}
