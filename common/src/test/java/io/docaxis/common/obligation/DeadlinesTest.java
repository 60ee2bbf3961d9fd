package io.docaxis.common.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.docaxis.common.calendar.DateOutsideCalendarException;
import io.docaxis.common.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final WorkingCalendar calendar = WorkingCalendar.vietnam2023();
    private final Deadlines deadlines = new Deadlines(Rules.DEFAULT, calendar);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/obligation-cases.csv", numLinesToSkip = 1)
    void agreesWithTheTypedCases(
            String name,
            String urgency,
            LocalDateTime signedAt,
            LocalDateTime sentAt,
            LocalDate dueOn,
            String facts,
            String obligation,
            LocalDateTime deadline) {
        if (deadline == null) {
            assertThat(obligation).as("the cases without a duty").isIn("respond", "answer_recall");
            return;
        }
        Urgency mark = Urgency.valueOf(urgency.toUpperCase(Locale.ROOT));
        long computed = switch (obligation) {
            case "send" -> deadlines.sendBy(seconds(signedAt), mark);
            case "acknowledge" -> deadlines.acknowledgeBy(seconds(sentAt), mark);
            case "respond" -> deadlines.respondBy(dueOn.toEpochDay());
            default -> deadlines.answerRecallBy(seconds(LocalDateTime.parse(facts.substring(3, 19))));
        };
        assertThat(local(computed)).isEqualTo(deadline);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-07T16:59:59,2023-03-07T17:00",
        "2023-03-07T17:00,2023-03-08T17:00",
        "2023-03-10T17:00,2023-03-13T17:00", // a Friday evening
        "2023-01-19T16:59,2023-01-19T17:00",
        "2023-01-19T17:00,2023-01-27T17:00", // into Tết
        "2023-01-22T10:00,2023-01-27T17:00",
        "2023-05-02T10:00,2023-05-04T17:00",
        "2023-08-31T18:00,2023-09-05T17:00"
    })
    void wantsAnAcknowledgementByClosingTime(LocalDateTime sentAt, LocalDateTime deadline) {
        assertThat(local(deadlines.acknowledgeBy(seconds(sentAt), Urgency.NORMAL)))
                .isEqualTo(deadline);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-06T00:00,2023-03-07T12:00",
        "2023-03-06T23:59:59,2023-03-07T12:00",
        "2023-03-11T09:00,2023-03-13T12:00",
        "2023-08-31T09:00,2023-09-05T12:00",
        "2023-05-03T09:00,2023-05-04T12:00"
    })
    void wantsADocumentSentByNoonOfTheNextWorkingDay(LocalDateTime signedAt, LocalDateTime deadline) {
        assertThat(local(deadlines.sendBy(seconds(signedAt), Urgency.NORMAL))).isEqualTo(deadline);
    }

    @ParameterizedTest
    @CsvSource({"URGENT,2023-03-11T03:30", "VERY_URGENT,2023-03-11T01:30", "EXPRESS,2023-03-11T00:30"})
    void runsTheClockThroughNightsAndDaysOffForMarkedDocuments(Urgency urgency, LocalDateTime deadline) {
        long at = seconds(LocalDateTime.parse("2023-03-10T23:30"));
        assertThat(local(deadlines.sendBy(at, urgency))).isEqualTo(deadline);
        assertThat(local(deadlines.acknowledgeBy(at, urgency))).isEqualTo(deadline);
    }

    @ParameterizedTest
    @CsvSource({"2023-03-15,2023-03-15T17:00", "2023-09-01,2023-09-05T17:00", "2023-01-21,2023-01-27T17:00"})
    void wantsAResponseByClosingTimeOfTheDueDateOrTheNextWorkingDay(LocalDate dueOn, LocalDateTime deadline) {
        assertThat(local(deadlines.respondBy(dueOn.toEpochDay()))).isEqualTo(deadline);
    }

    @ParameterizedTest
    @CsvSource({"2023-03-06T17:00,2023-06-01T17:00", "2023-05-31T17:00,2023-08-23T17:00"})
    void makesAnOverdueObligationFinalAfterSixtyWorkingDays(LocalDateTime deadline, LocalDateTime finalAt) {
        assertThat(local(deadlines.finalAt(seconds(deadline)))).isEqualTo(finalAt);
    }

    @ParameterizedTest
    @CsvSource({"2023-12-01T17:00", "2024-02-01T17:00"})
    void neverMakesFinalWhatLiesBeyondTheCalendar(LocalDateTime deadline) {
        assertThat(deadlines.finalAt(seconds(deadline))).isEqualTo(Deadlines.NEVER);
    }

    @ParameterizedTest
    @CsvSource({"2023-03-06T15:00,2023-03-07T17:00"})
    void sendsByTheEndOfTheDayWhereTheSettingSaysSo(LocalDateTime signedAt, LocalDateTime deadline) {
        Rules rules = new Rules(7 * 86_400L, 60, true, false, 14_400, 7200, 3600);
        assertThat(local(new Deadlines(rules, calendar).sendBy(seconds(signedAt), Urgency.NORMAL)))
                .isEqualTo(deadline);
    }

    /** 29 December 2023 is a Friday; the calendar ends with the Sunday. */
    @ParameterizedTest
    @CsvSource({
        "send,normal,2023-12-28T23:59:59,2023-12-29T00:00",
        "send,urgent,2023-12-31T19:59:59,2023-12-31T20:00",
        "send,express,2023-12-31T22:59:59,2023-12-31T23:00",
        "acknowledge,normal,2023-12-29T16:59:59,2023-12-29T17:00",
        "acknowledge,very_urgent,2023-12-31T21:59:59,2023-12-31T22:00",
        "respond,normal,2023-12-29T00:00,2023-12-30T00:00",
        "answer_recall,normal,2023-12-28T23:59:59,2023-12-29T00:00"
    })
    void refusesDeadlinesOutsideTheCalendar(
            String obligation, String urgency, LocalDateTime last, LocalDateTime first) {
        Urgency mark = Urgency.valueOf(urgency.toUpperCase(Locale.ROOT));
        assertThat(calendar.knows(calendar.dayOf(deadline(obligation, mark, last))))
                .isTrue();
        assertThatExceptionOfType(DateOutsideCalendarException.class)
                .isThrownBy(() -> deadline(obligation, mark, first));
    }

    private long deadline(String obligation, Urgency mark, LocalDateTime from) {
        return switch (obligation) {
            case "send" -> deadlines.sendBy(seconds(from), mark);
            case "acknowledge" -> deadlines.acknowledgeBy(seconds(from), mark);
            case "respond" -> deadlines.respondBy(from.toLocalDate().toEpochDay());
            default -> deadlines.answerRecallBy(seconds(from));
        };
    }

    private static long seconds(LocalDateTime local) {
        return local.toEpochSecond(VIETNAM);
    }

    private static LocalDateTime local(long epochSecond) {
        return LocalDateTime.ofEpochSecond(epochSecond, 0, VIETNAM);
    }
}
