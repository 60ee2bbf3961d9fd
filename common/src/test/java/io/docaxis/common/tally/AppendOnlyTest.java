package io.docaxis.common.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.Tier;
import io.docaxis.common.event.CaseKind;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.obligation.Urgency;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What stands in keys as a number, typed in the order of the numbers: a constant that was moved, renamed or taken out would make old keys
 * mean something else. New ones are added at the end of both lists.
 */
class AppendOnlyTest {

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(CaseKind.values(), "DOCUMENT"),
                Arguments.of(Obligation.values(), "SEND ACKNOWLEDGE RESPOND ANSWER_RECALL"),
                Arguments.of(Outcome.values(), "ON_TIME LATE OVERDUE OPEN VOIDED NONE"),
                Arguments.of(Tier.values(), "MINISTRY CENTRAL_AGENCY PROVINCE DEPARTMENT COMMUNE"),
                Arguments.of(Urgency.values(), "NORMAL URGENT VERY_URGENT EXPRESS"),
                Arguments.of(Rollup.values(), "PROOF AGENCY KIND DAY DOCUMENTS DISPATCHES COUNTERS DUE REPORTS"),
                Arguments.of(
                        ReportKind.values(),
                        "SENDER SENDER_AHEAD SENDER_BEHIND RECEIVER RECEIVER_AHEAD RECEIVER_BEHIND"),
                Arguments.of(Counter.values(), """
                                APPLIED
                                DUPLICATE
                                REPEATED
                                TOO_LATE
                                OFF_CLOCK
                                UNMATCHED
                                REJECTED_OUTSIDE_CALENDAR
                                REJECTED_UNKNOWN_SENDER
                                REJECTED_UNKNOWN_AGENCY
                                REJECTED_NOT_A_RECEIVER
                                REJECTED_UNKNOWN_STATUS
                                DEAD_LETTER_MALFORMED
                                DEAD_LETTER_CHECKSUM
                                DEAD_LETTER_UNKNOWN_KIND
                                DEAD_LETTER_NO_RECEIVER
                                RESENT
                                FOREIGN
                                DEAD_LETTER_STRAY
                                TICK
                                MARKER
                                ANSWER_FROM_STRANGER
                                ANSWER_NOT_TO_ASKER
                                ANSWER_UNMATCHED
                                REFUSED_AFTER_ACCEPTANCE
                                ACCEPTED_AFTER_REFUSAL
                                CONCERNS_UNMATCHED
                                RECALL_BY_STRANGER
                                RECALL_REPEATED
                                RECALL_ANSWER_WITHOUT_REQUEST
                                SIGNED_AFTER_SENT
                                NOT_SIGNED
                                DUE_DATE_UNREADABLE
                                DEADLINE_OUTSIDE_CALENDAR
                                DUE_DATE_PAST
                                RECEIVER_REMOVED
                                RECEIVER_UNKNOWN
                                STATUS_BEFORE_DOCUMENT
                                DELAYED
                                AHEAD
                                OUT_OF_ORDER
                                MISSING
                                REFUSED
                                RECALLED
                                SETTLED
                                PLANTED_DUPLICATE
                                PLANTED_DELAY
                                PLANTED_DROP
                                PLANTED_OUTAGE
                                PLANTED_CLOCK
                                PLANTED_CORRUPT
                                PLANTED_GARBAGE
                                PLANTED_UNKNOWN_KIND
                                PLANTED_NO_RECEIVER
                                PLANTED_UNKNOWN_SENDER
                                PLANTED_UNKNOWN_RECEIVER
                                PLANTED_UNKNOWN_AGENCY
                                PLANTED_ORPHAN_ANSWER
                                PLANTED_ORPHAN_STATUS
                                PLANTED_STATUS_BEFORE_DOCUMENT
                                PLANTED_ANSWER_BEFORE_DOCUMENT
                                PLANTED_REPEATED_STATUS
                                PLANTED_LATE_REFUSAL
                                PLANTED_RECALL_CROSSING
                                """));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyConstantKeepsItsNumber(Enum<?>[] constants, String names) {
        assertThat(Arrays.stream(constants).map(Enum::name).toList())
                .isEqualTo(List.of(names.strip().split("\\s+")));
    }
}
