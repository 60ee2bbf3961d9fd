package io.docaxis.consumer.conclusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.calendar.OfficeHours;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.obligation.Urgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The event contract's table of deadlines, by which readers in other languages test theirs, says what the code computes. */
class ContractDeadlinesTest {

    private static final String BEGIN = "<!-- deadlines: held equal to the code by ContractDeadlinesTest -->\n";
    private static final String END = "<!-- end of deadlines -->";
    private static final ZoneOffset VIETNAM = ZoneOffset.ofTotalSeconds(WorkingCalendar.VIETNAM_OFFSET_S);
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ROOT);

    private final Deadlines deadlines = new Deadlines(
            Rules.DEFAULT,
            WorkingCalendar.of(
                    LocalDate.of(2023, 4, 1),
                    LocalDate.of(2023, 5, 31),
                    Set.of(LocalDate.of(2023, 5, 1), LocalDate.of(2023, 5, 2), LocalDate.of(2023, 5, 3)),
                    Set.of(LocalDate.of(2023, 5, 6)),
                    OfficeHours.DEFAULT,
                    WorkingCalendar.VIETNAM_OFFSET_S));

    @Test
    void documentedDeadlinesAreThoseOfTheCode() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "event-contract.md"));
        List<String> rows = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END))
                .strip()
                .lines()
                .skip(2)
                .toList();

        assertThat(rows)
                .hasSizeGreaterThan(10)
                .allSatisfy(row -> assertThat(row).isEqualTo(computed(row)));
    }

    /** A row with the deadline that the code gives for what stands before it. */
    private String computed(String row) {
        String[] cells = Arrays.stream(row.split("\\|")).map(String::strip).toArray(String[]::new);
        Urgency urgency = Urgency.valueOf(cells[2].toUpperCase(Locale.ROOT).replace(' ', '_'));
        long deadline = switch (cells[1]) {
            case "send" -> DutyDeadlines.sendBy(deadlines, instant(cells[3]), urgency);
            case "acknowledge" -> DutyDeadlines.acknowledgeBy(deadlines, instant(cells[3]), urgency);
            case "respond" ->
                DutyDeadlines.respondBy(
                        deadlines, (int) LocalDate.parse(cells[3], DATE).toEpochDay());
            case "answer recall" -> DutyDeadlines.answerRecallBy(deadlines, instant(cells[3]));
            default -> throw new IllegalArgumentException("an obligation " + cells[1]);
        };
        String due = deadline == DutyDeadlines.OUTSIDE_CALENDAR
                ? "outside the calendar"
                : INSTANT.format(Instant.ofEpochSecond(deadline).atOffset(VIETNAM));
        return "| " + String.join(" | ", cells[1], cells[2], cells[3], due) + " |";
    }

    private static long instant(String written) {
        return LocalDateTime.parse(written, INSTANT).toEpochSecond(VIETNAM);
    }
}
