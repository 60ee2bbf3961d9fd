package io.docaxis.monitor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContactTest {

    private final MockClock clock = new MockClock();
    private final Contact contact = new Contact(clock);

    @Test
    void isLostOnceNothingWasAnsweredForTheWholePatience() {
        contact.unanswered("silence");
        clock.add(Contact.PATIENCE.minusMillis(1));
        assertThat(contact.standing().isLost()).isFalse();
        clock.add(Duration.ofMillis(1));
        assertThat(contact.standing().isLost()).isTrue();
        assertThat(contact.standing().instead()).contains("silence");
        assertThat(contact.standing().silence()).isEqualTo(Contact.PATIENCE);
    }

    @Test
    void isLostTooWhereNobodyAsks() {
        clock.add(Contact.PATIENCE);
        assertThat(contact.standing().isLost()).isTrue();
        assertThat(contact.standing().instead()).isEmpty();
    }

    @Test
    void isThereAgainAfterAnyAnswer() {
        clock.add(Duration.ofMinutes(5));
        contact.unanswered("silence");
        contact.refused(new RefusedException("not allowed", null));
        assertThat(contact.standing().isLost()).isFalse();
        assertThat(contact.standing().instead()).isEmpty();
        assertThat(contact.standing().missing()).isEmpty();
        assertThat(contact.standing().since().toEpochMilli()).isEqualTo(clock.wallTime());
    }

    @Test
    void knowsThatTheTopicIsGoneUntilItIsSeen() {
        contact.refused(new TopicGoneException("topic 'a' is not there", null));
        contact.refused(new RefusedException("not allowed", null));
        contact.unanswered("silence");
        assertThat(contact.standing().missing()).contains("topic 'a' is not there");
        contact.answered();
        assertThat(contact.standing().missing()).isEmpty();
    }
}
