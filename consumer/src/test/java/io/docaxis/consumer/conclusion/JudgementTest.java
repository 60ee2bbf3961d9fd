package io.docaxis.consumer.conclusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Status;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Rules;
import io.docaxis.consumer.state.DocumentState;
import io.docaxis.consumer.state.ExchangeState;
import io.docaxis.consumer.state.Fact;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.vietnam2023();
    private static final long SENT_AT = CALENDAR.at(19_422, 9 * 3600); // 2023-03-06
    private static final int DAY_S = 86_400;
    private static final int[] CODES = {
        Status.ARRIVED,
        Status.REFUSED,
        Status.ACCEPTED,
        Status.ASSIGNED,
        Status.IN_PROCESS,
        Status.COMPLETED,
        Status.RECALL_REQUESTED,
        Status.RECALL_AGREED,
        Status.RECALL_REFUSED,
        Fact.ANSWER,
        Fact.RECALL_DOCUMENT,
        Fact.REPLACED,
        Fact.RECALL_BY_STRANGER
    };

    private final ExchangeState state = new ExchangeState();

    /** Whoever skips judging such a fact must not miss anything. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isUnmovedOnlyByFactsThatChangeNothing(boolean arrivalAcknowledges) {
        Rules rules = new Rules(7 * DAY_S, 60, false, arrivalAcknowledges, 4 * 3600, 2 * 3600, 3600);
        Deadlines deadlines = new Deadlines(rules, CALENDAR);
        Random random = new Random(1);
        int unmoved = 0;
        for (int world = 0; world < 20_000; world++) {
            DocumentState document = document(world);
            for (int ordinal = 1 + random.nextInt(6); ordinal > 0; ordinal--) {
                document.add(0, fact(random, ordinal));
            }
            long until = SENT_AT + random.nextInt(6 * DAY_S);
            Judgement before = judged(deadlines, document, until);
            long further = fact(random, 10);
            boolean promised = Judgement.isUnmovedBy(document, 0, further, rules);
            document.add(0, further);
            if (promised) {
                unmoved++;
                assertSame(before, judged(deadlines, document, until), deadlines);
            }
        }
        assertThat(unmoved).isGreaterThan(1_000);
    }

    /** To one receiver, with a due date. */
    private DocumentState document(long thread) {
        DocumentSent content = new DocumentSent();
        content.sentAt = SENT_AT;
        DocumentState document = state.addDocument(state.addThread(thread), content, 0, 0, 1);
        document.acknowledgeBy = SENT_AT + DAY_S / 3;
        document.respondBy = SENT_AT + 3L * DAY_S;
        return document;
    }

    private static long fact(Random random, int ordinal) {
        return Fact.of(SENT_AT + random.nextInt(5 * DAY_S), ordinal, CODES[random.nextInt(CODES.length)]);
    }

    private static Judgement judged(Deadlines deadlines, DocumentState document, long until) {
        Judgement judgement = new Judgement();
        judgement.judge(document, 0, deadlines, until);
        return judgement;
    }

    private static void assertSame(Judgement before, Judgement after, Deadlines deadlines) {
        for (Obligation obligation : Judgement.OBLIGATIONS) {
            assertThat(after.differs(before, obligation)).isFalse();
        }
        for (int i = 0; i < Judgement.OBSERVATIONS.size(); i++) {
            assertThat(after.observed(i)).isEqualTo(before.observed(i));
        }
        assertThat(after.nextDeadline(Deadlines.NEVER)).isEqualTo(before.nextDeadline(Deadlines.NEVER));
        assertThat(after.forgetAt(deadlines, SENT_AT)).isEqualTo(before.forgetAt(deadlines, SENT_AT));
    }
}
