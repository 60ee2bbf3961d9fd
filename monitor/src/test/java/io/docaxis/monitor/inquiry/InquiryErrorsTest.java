package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.ClusterException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/** Whatever goes wrong has a status of its own, and says what. */
class InquiryErrorsTest {

    private final InquiryErrors errors = new InquiryErrors();

    @Test
    void saysWhatIsWrong() {
        requireError(errors.bad(new BadQuestionException("limit")), 400, "limit");
        requireError(errors.unknown(new UnknownException("no tally")), 503, "no tally");
        requireError(errors.unanswered(new ClusterException("no broker")), 503, "no broker");
        requireError(errors.failed(new TimeoutException("no position")), 503, "no position");
        requireError(errors.unfinished(new UnfinishedException("no time")), 504, "no time");
        requireError(errors.interrupted(new InterruptedException()), 503, "nobody answers any more");
    }

    private static void requireError(ResponseEntity<ObjectNode> answer, int status, String why) {
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody()).hasToString("{\"error\":\"" + why + "\"}");
    }
}
