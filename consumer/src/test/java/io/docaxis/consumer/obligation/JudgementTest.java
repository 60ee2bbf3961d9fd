package io.docaxis.consumer.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.Status;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Rules;
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

    /** Whoever skips judging such a fact must not miss anything. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isUnmovedOnlyByFactsThatChangeNothing(boolean arrivalAcknowledges) {
        Rules rules = new Rules(7 * DAY_S, 60, false, arrivalAcknowledges, 4 * 3600, 2 * 3600, 3600);
        Deadlines deadlines = new Deadlines(rules, CALENDAR);
        Random random = new Random(1);
        int unmoved = 0;
        for (int world = 0; world < 20_000; world++) {
            DispatchRows facts = DispatchRowsTest.opened(1);
            for (int ordinal = 1 + random.nextInt(6); ordinal > 0; ordinal--) {
                facts.add(0, fact(random, ordinal));
            }
            long until = SENT_AT + random.nextInt(6 * DAY_S);
            Judgement before = judged(deadlines, facts, until);
            long further = fact(random, 10);
            boolean promised = facts.isUnmovedBy(0, further, rules);
            facts.add(0, further);
            if (promised) {
                unmoved++;
                assertSame(before, judged(deadlines, facts, until), deadlines);
            }
        }
        assertThat(unmoved).isGreaterThan(1_000);
    }

    private static long fact(Random random, int ordinal) {
        return Fact.of(SENT_AT + random.nextInt(5 * DAY_S), ordinal, CODES[random.nextInt(CODES.length)]);
    }

    private static Judgement judged(Deadlines deadlines, DispatchRows facts, long until) {
        Judgement judgement = new Judgement();
        judgement.judge(deadlines, until, false, SENT_AT, SENT_AT + DAY_S / 3, SENT_AT + 3L * DAY_S, facts, 0, false);
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
