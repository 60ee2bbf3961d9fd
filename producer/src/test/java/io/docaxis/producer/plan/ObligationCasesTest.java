package io.docaxis.producer.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.Status;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.producer.scenario.ScenarioFixture;
import io.docaxis.producer.scenario.Traffic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules as typed by hand, through the plan, both ways: the typed times as a course must be written down with the typed
 * deadline, outcome and lateness; and the typed outcome must make the plan choose the typed time, or where it has a choice,
 * times of the same kind.
 */
class ObligationCasesTest {

    private static final int RECEIVER = 40;
    private static final int SENDER = 21;
    private static final long END = at("2023-11-01T00:00");

    private final WorkingCalendar calendar = WorkingCalendar.vietnam2023();
    private final Deadlines deadlines = new Deadlines(Rules.DEFAULT, calendar);
    private final OfficeClock clock = new OfficeClock(calendar);
    private final DispatchRetention retention = new DispatchRetention(deadlines);
    private final CourseWriter writer = new CourseWriter(retention, END);
    private final OutcomeTimes times = new OutcomeTimes(deadlines, clock);

    /** A fact as typed; code 0 stands for an answering document. */
    record Fact(int code, long at) {}

    record Case(
            String name,
            Urgency urgency,
            long signedAt,
            long sentAt,
            LocalDate dueOn,
            List<Fact> facts,
            Obligation obligation,
            Long deadline,
            Outcome outcome,
            long latenessS) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesTheTypedCourseDownWithTheTypedOutcome(Case row) {
        ThreadPlan plan = new ThreadPlan();
        plan.clear(1, 1);
        PlannedDocument document = document(plan, row);
        writer.writeSending(plan, document);
        plan.addEvent(PlannedEvent.DOCUMENT, 0, -1, row.sentAt);
        Course course = course(row);
        writer.write(plan, document, RECEIVER, course);
        plan.close();

        List<Conclusion> found = new ArrayList<>();
        for (int i = 0; i < plan.conclusions(); i++) {
            if (plan.conclusion(i).obligation == row.obligation) {
                found.add(plan.conclusion(i));
            }
        }
        if (row.outcome == Outcome.NONE) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).hasSize(1);
            assertThat(found.get(0).deadline).isEqualTo(row.deadline);
            assertThat(found.get(0).outcome).isEqualTo(row.outcome);
            assertThat(found.get(0).latenessS).isEqualTo(row.latenessS);
        }
        List<Fact> events = new ArrayList<>();
        for (int i = 1; i < plan.events(); i++) {
            events.add(new Fact(plan.event(i).code(), plan.event(i).occurredAt()));
        }
        assertThat(events).isEqualTo(row.facts.stream().filter(f -> f.code > 0).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void placesTheDeedSoThatTheTypedOutcomeComesAbout(Case row) {
        Draws draws = new Draws().from(row.name.hashCode());
        if (row.obligation == Obligation.SEND) {
            placesTheSigning(row, draws);
            return;
        }
        if (row.outcome == Outcome.LATE) {
            assertThat(row.facts).extracting(Fact::at).contains(times.late(row.deadline, row.latenessS));
        }
        if (row.outcome == Outcome.ON_TIME || row.outcome == Outcome.VOIDED) {
            long opensAt = row.obligation == Obligation.ANSWER_RECALL ? row.facts.get(0).at : row.sentAt;
            for (int i = 0; i < 1_000; i++) {
                long placed = times.onTime(draws, opensAt, row.deadline);
                assertThat(placed).isGreaterThan(opensAt).isLessThanOrEqualTo(row.deadline);
            }
            assertThat(Stream.generate(() -> times.onTime(draws, opensAt, row.deadline))
                            .limit(2_000))
                    .as("sometimes to the second")
                    .contains(row.deadline);
        }
    }

    private void placesTheSigning(Case row, Draws draws) {
        if (row.outcome == Outcome.LATE) {
            SigningTimes signing = signing(0);
            long signedAt = signing.late(draws, row.sentAt, row.urgency, row.latenessS);
            assertThat(deadlines.sendBy(signedAt, row.urgency)).isEqualTo(row.deadline);
            assertThat(row.sentAt - row.deadline).isEqualTo(row.latenessS);
            assertThat(calendar.dayOf(signedAt)).isEqualTo(calendar.dayOf(row.signedAt));
        } else {
            SigningTimes signing = signing(0);
            for (int i = 0; i < 1_000; i++) {
                long signedAt = signing.draw(draws, row.sentAt, row.urgency);
                assertThat(signedAt).isLessThanOrEqualTo(row.sentAt);
                assertThat(deadlines.sendBy(signedAt, row.urgency)).isGreaterThanOrEqualTo(row.sentAt);
            }
        }
    }

    private SigningTimes signing(int latePpm) {
        return new SigningTimes(new Traffic.Signing(latePpm, ScenarioFixture.durations(1, 1), 0, 0), deadlines, clock);
    }

    private PlannedDocument document(ThreadPlan plan, Case row) {
        PlannedDocument document = plan.addDocument(0);
        document.sender = SENDER;
        document.content.sender = SENDER;
        document.addReceiver(RECEIVER);
        document.content.urgency = row.urgency.ordinal();
        document.content.signedAt = row.signedAt;
        document.content.sentAt = row.sentAt;
        if (row.dueOn != null) {
            document.content.dueOn = (int) row.dueOn.toEpochDay();
            long respondBy = deadlines.respondBy(row.dueOn.toEpochDay());
            document.respondBy = respondBy > row.sentAt ? respondBy : Course.NEVER;
        }
        return document;
    }

    /** What the plan calls the typed facts: the first of 02 to 06 is the receiver's sign, and so on. */
    private static Course course(Case row) {
        Course course = new Course();
        course.clear();
        for (Fact fact : row.facts) {
            boolean signed = course.signAt != Course.NEVER;
            switch (fact.code) {
                case 0 -> course.answeredAt = fact.at;
                case Status.ARRIVED -> course.arrivedAt = fact.at;
                case Status.RECALL_REQUESTED -> course.requestAt = fact.at;
                case Status.RECALL_AGREED, Status.RECALL_REFUSED -> {
                    if (course.requestAt == Course.NEVER) {
                        course.agreedUnaskedAt = fact.at;
                    } else {
                        course.recallAnsweredAt = fact.at;
                        course.recallAgreed = fact.code == Status.RECALL_AGREED;
                    }
                }
                default -> {
                    if (!signed) {
                        course.signCode = fact.code;
                        course.signAt = fact.at;
                    } else if (fact.code == Status.REFUSED) {
                        course.refusedAt = fact.at;
                    } else {
                        course.processedAt = fact.at;
                    }
                }
            }
        }
        return course;
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (var in = ObligationCasesTest.class.getResourceAsStream("/obligation-cases.csv");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.readLine();
            reader.lines().forEach(line -> cases.add(parse(line.split(",", -1))));
        }
        assertThat(cases).hasSize(37);
        return cases;
    }

    private static Case parse(String[] fields) {
        List<Fact> facts = Stream.of(fields[5].split(";"))
                .filter(f -> !f.isEmpty())
                .map(f -> f.split("@"))
                .map(f -> new Fact(f[0].equals("reply") ? 0 : Integer.parseInt(f[0]), at(f[1])))
                .sorted(Comparator.comparingLong(Fact::at))
                .toList();
        return new Case(
                fields[0],
                Urgency.valueOf(fields[1].toUpperCase(Locale.ROOT)),
                at(fields[2]),
                at(fields[3]),
                fields[4].isEmpty() ? null : LocalDate.parse(fields[4]),
                facts,
                Obligation.valueOf(fields[6].toUpperCase(Locale.ROOT)),
                fields[7].isEmpty() ? null : at(fields[7]),
                Outcome.valueOf(fields[8].toUpperCase(Locale.ROOT)),
                fields[9].isEmpty() ? 0 : 60 * Long.parseLong(fields[9]));
    }

    private static long at(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7));
    }
}
