package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/** Whatever goes wrong has a status of its own, and says what. */
class InquiryControllerTest {

    private final InquiryController controller = new InquiryController(Cluster.of("127.0.0.1:1"), TreeSet::new);

    @Test
    void saysWhatIsWrong() {
        requireError(controller.bad(new BadQuestionException("limit")), 400, "limit");
        requireError(controller.unanswered(new ClusterException("no broker")), 503, "no broker");
        requireError(controller.unfinished(new UnfinishedException("no time")), 504, "no time");
    }

    private static void requireError(ResponseEntity<ObjectNode> answer, int status, String why) {
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody()).hasToString("{\"error\":\"" + why + "\"}");
    }
}
