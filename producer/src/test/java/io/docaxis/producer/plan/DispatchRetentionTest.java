package io.docaxis.producer.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.Status;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Rules;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Until when a dispatch is remembered, typed by hand: sent on Monday, 6 March 2023 at 09:00, so to be acknowledged by 17:00 and final on
 * 22 March, twelve working days later; a horizon is a day.
 */
class DispatchRetentionTest {

    private static final Rules RULES = new Rules(86_400, 12, false, false, 3600, 3600, 3600);
    private static final Rules WITH_ARRIVAL = new Rules(86_400, 12, false, true, 3600, 3600, 3600);

    /** Days and hours of March 2023; what does not happen is empty. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                # 01     | 03       | 06       | due | 01 acknowledges | held until
                         |          |          |     | false           | 22 17:00
                 6 09:01 |          |          |     | false           | 22 17:00
                 6 09:01 |          |          |     | true            |  7 09:01
                         |  6 10:00 |          |     | false           |  7 10:00
                         |  8 10:00 |          |     | false           |  9 10:00
                 6 09:01 |  8 10:00 |          |     | true            |  7 09:01
                         | 24 10:00 |          |     | false           | 22 17:00
                24 09:00 |          |          |     | true            | 22 17:00
                         |  6 10:00 |          | 10  | false           | 28 17:00
                         |  6 10:00 |  9 11:00 | 10  | false           | 10 11:00
                         |  6 10:00 | 14 11:00 | 10  | false           | 15 11:00
                         | 24 10:00 |          | 10  | false           | 28 17:00
                         | 24 10:00 | 27 11:00 | 10  | false           | 28 11:00
                         | 29 10:00 |          | 10  | false           | 28 17:00
                """)
    void holdsADispatchUntilNobodyRemembersIt(
            String arrived,
            String accepted,
            String completed,
            Integer dueOn,
            boolean arrivalAcknowledges,
            String held) {
        Deadlines deadlines = new Deadlines(arrivalAcknowledges ? WITH_ARRIVAL : RULES, WorkingCalendar.vietnam2023());
        PlannedDocument document = document(deadlines, dueOn);
        Course course = course(arrived, accepted, completed);

        assertThat(new DispatchRetention(deadlines).heldUntil(document, course)).isEqualTo(at(held));
    }

    @ParameterizedTest
    @CsvSource({
        // asked back, accepted, the answer finds it until
        "6 11:00, 6 10:00, 23 17:00",
        "6 11:00, 21 10:00, 23 17:00",
        "6 11:00, 22 17:00, 23 17:00",
        "6 11:00, , 23 17:00",
        "8 11:00, 7 12:00, 27 17:00"
    })
    void holdsWhatIsAskedBackUntilItsAnswerIsFinal(String requested, String accepted, String held) {
        Deadlines deadlines = new Deadlines(RULES, WorkingCalendar.vietnam2023());
        Course course = course(null, accepted, null);
        course.requestAt = at(requested);

        assertThat(new DispatchRetention(deadlines).answerHeldUntil(document(deadlines, null), course))
                .isEqualTo(at(held));
    }

    private static PlannedDocument document(Deadlines deadlines, Integer dueOn) {
        PlannedDocument document = new PlannedDocument();
        document.clear(1, 0);
        document.content.sentAt = at("6 09:00");
        document.respondBy = dueOn == null
                ? Course.NEVER
                : deadlines.respondBy(LocalDate.of(2023, 3, dueOn).toEpochDay());
        return document;
    }

    private static Course course(String arrived, String accepted, String completed) {
        Course course = new Course();
        course.clear();
        course.arrivedAt = at(arrived);
        course.signCode = Status.ACCEPTED;
        course.signAt = at(accepted);
        course.completedAt = at(completed);
        return course;
    }

    private static long at(String dayAndTime) {
        if (dayAndTime == null) {
            return Course.NEVER;
        }
        String[] parts = dayAndTime.strip().split(" ");
        return LocalDate.of(2023, 3, Integer.parseInt(parts[0]))
                .atTime(LocalTime.parse(parts[1]))
                .toEpochSecond(ZoneOffset.ofHours(7));
    }
}
