package io.docaxis.producer.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Status;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.producer.scenario.AgencyException;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.ScenarioFixture;
import io.docaxis.producer.scenario.file.Scenarios;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whole threads: exact totals, all within the period, each a function of its number alone. */
class ThreadPlannerTest {

    @Test
    void documentsAndDispatchesAddUpAndAllAreSentInThePeriod() {
        for (int documents = 1; documents <= 400; documents += documents < 40 ? 1 : 37) {
            for (long seed = 0; seed < 5; seed++) {
                assertTotals(new ScenarioFixture().documents(documents).days("2023-03-06", "2023-03-07"), seed);
                assertTotals(
                        new ScenarioFixture()
                                .documents(documents)
                                .days("2023-01-18", "2023-01-24")
                                .disturbed(),
                        seed);
            }
        }
    }

    @Test
    void nothingIsSignedBeforeTheCalendarBegins() {
        Scenario national = Scenarios.read("national-2023");
        int signed = 0;
        for (long seed = 2020; seed < 2030; seed++) {
            World world = new World(national, seed);
            ThreadPlanner planner = new ThreadPlanner(world);
            ThreadPlan plan = new ThreadPlan();
            // the first threads are sent on the first days, which are days off
            for (long thread = 0; thread < 6_000; thread++) {
                planner.plan(thread, plan);
                for (int i = 0; i < plan.documents(); i++) {
                    long signedAt = plan.document(i).content().signedAt;
                    if (signedAt != 0) {
                        signed++;
                        assertThat(national.calendar().knows(national.calendar().dayOf(signedAt)))
                                .as("seed %d, thread %d, signed at %d", seed, thread, signedAt)
                                .isTrue();
                    }
                }
            }
        }
        assertThat(signed).isGreaterThan(10_000);
    }

    @Test
    void aThreadIsTheSameWhicheverWasPlannedBefore() {
        World world = new World(new ScenarioFixture().documents(300).disturbed().build(), 5);
        ThreadPlanner inOrder = new ThreadPlanner(world);
        ThreadPlan plan = new ThreadPlan();
        List<String> forward = new ArrayList<>();
        for (long thread = 0; thread < world.threads(); thread++) {
            inOrder.plan(thread, plan);
            forward.add(text(plan));
        }
        ThreadPlanner other = new ThreadPlanner(new World(world.scenario(), 5));
        for (long thread = world.threads() - 1; thread >= 0; thread--) {
            other.plan(thread, plan);
            assertThat(text(plan)).isEqualTo(forward.get((int) thread));
        }
    }

    @Test
    void eventsAreInOrder() {
        World world =
                new World(new ScenarioFixture().documents(3_000).disturbed().build(), 6);
        eachThread(world, plan -> {
            long last = world.sentAt(plan.thread());
            for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
                PlannedEvent event = plan.event(ordinal);
                assertThat(event.occurredAt()).isBetween(last, world.endsAt() - 1);
                last = event.occurredAt();
            }
            for (int i = 0; i < plan.documents(); i++) {
                DocumentSent content = plan.document(i).content();
                assertThat(plan.event(content.ordinal).isDocument()).isTrue();
                assertThat(plan.event(content.ordinal).document()).isEqualTo(content.document);
            }
        });
    }

    @Test
    void aSilentAgencyReportsNothingAndIsLateAfterwards() {
        int silent = 50;
        ScenarioFixture fixture = new ScenarioFixture().documents(20_000).days("2023-03-01", "2023-03-31");
        LocalDate from = LocalDate.of(2023, 3, 6);
        LocalDate to = LocalDate.of(2023, 3, 12);
        fixture.exceptions = List.of(new AgencyException(silent, from, to, true, null));
        World world = new World(fixture.build(), 1);
        long silentFrom = fixture.calendar.at(from.toEpochDay(), 0);
        long silentUntil = fixture.calendar.at(to.toEpochDay() + 1, 0);
        long[] late = new long[1];
        long[] reported = new long[1];
        eachThread(world, plan -> {
            for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
                PlannedEvent event = plan.event(ordinal);
                boolean reports = !event.isDocument() && event.receiver() == silent && event.reporter() < 0;
                if (reports) {
                    reported[0]++;
                    assertThat(event.occurredAt() >= silentFrom && event.occurredAt() < silentUntil)
                            .isFalse();
                }
                if (event.isDocument() && plan.numbered(event.document()).content().answers >= 0) {
                    boolean inSilence = plan.numbered(event.document()).sender() == silent
                            && event.occurredAt() >= silentFrom
                            && event.occurredAt() < silentUntil;
                    assertThat(inSilence).isFalse();
                }
            }
            for (int i = 0; i < plan.conclusions(); i++) {
                Conclusion conclusion = plan.conclusion(i);
                boolean inSilence =
                        conclusion.openedOn >= from.toEpochDay() && conclusion.openedOn < to.toEpochDay() - 3;
                if (conclusion.debtor() == silent && conclusion.obligation == Obligation.ACKNOWLEDGE && inSilence) {
                    assertThat(conclusion.outcome).isNotEqualTo(Outcome.ON_TIME);
                    late[0] += conclusion.outcome == Outcome.LATE ? 1 : 0;
                }
            }
        });
        assertThat(reported[0]).isPositive();
        assertThat(late[0]).isPositive();
    }

    @Test
    void nothingIsReportedInAnyOfManySilencesOneAfterAnother() {
        int silent = 50;
        ScenarioFixture fixture = new ScenarioFixture().documents(5_000).days("2023-03-01", "2023-03-31");
        LocalDate first = LocalDate.of(2023, 3, 6);
        List<AgencyException> silences = new ArrayList<>();
        for (int day = 6; day >= 0; day--) {
            silences.add(new AgencyException(silent, first.plusDays(day), first.plusDays(day), true, null));
        }
        fixture.exceptions = silences;
        long from = fixture.calendar.at(first.toEpochDay(), 0);
        long until = fixture.calendar.at(first.plusDays(7).toEpochDay(), 0);
        long[] reported = new long[1];
        eachThread(new World(fixture.build(), 1), plan -> {
            for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
                PlannedEvent event = plan.event(ordinal);
                if (!event.isDocument() && event.receiver() == silent && event.reporter() < 0) {
                    reported[0]++;
                    assertThat(event.occurredAt() >= from && event.occurredAt() < until)
                            .isFalse();
                }
            }
        });
        assertThat(reported[0]).isPositive();
    }

    @Test
    void sharesOfOutcomesAreWhatTheHabitsSay() {
        ScenarioFixture fixture = new ScenarioFixture().documents(30_000);
        fixture.threads = ScenarioFixture.plainThreads();
        World world = new World(fixture.build(), 1);
        long[] byOutcome = new long[Outcome.values().length];
        eachThread(world, plan -> {
            for (int i = 0; i < plan.conclusions(); i++) {
                if (plan.conclusion(i).obligation == Obligation.ACKNOWLEDGE) {
                    byOutcome[plan.conclusion(i).outcome.ordinal()]++;
                }
            }
        });
        long all = fixture.dispatches;
        assertThat(byOutcome[Outcome.LATE.ordinal()] * 1_000_000 / all).isBetween(77_000L, 83_000L);
        assertThat(byOutcome[Outcome.OVERDUE.ordinal()] * 1_000_000 / all).isBetween(9_000L, 11_500L);
        assertThat(byOutcome[Outcome.VOIDED.ordinal()]).isZero();
    }

    @Test
    void everyAgencySendsAndReceives() {
        for (AgencyCatalogue agencies : List.of(AgencyCatalogue.level1(), AgencyCatalogue.of(200, 300))) {
            ScenarioFixture fixture = new ScenarioFixture().documents(20_000);
            fixture.agencies = agencies;
            World world = new World(fixture.build(), 1);
            Set<Integer> senders = new TreeSet<>();
            Set<Integer> receivers = new TreeSet<>();
            eachThread(world, plan -> {
                for (int i = 0; i < plan.documents(); i++) {
                    PlannedDocument document = plan.document(i);
                    senders.add(document.sender());
                    for (int r = 0; r < document.receivers(); r++) {
                        receivers.add(document.receiver(r));
                        assertThat(document.receiver(r)).isNotEqualTo(document.sender());
                    }
                }
            });
            assertThat(senders).hasSize(agencies.size());
            assertThat(receivers).hasSize(agencies.size());
        }
    }

    private static void assertTotals(ScenarioFixture fixture, long seed) {
        World world = new World(fixture.build(), seed);
        long[] totals = new long[2];
        eachThread(world, plan -> {
            totals[0] += plan.documents();
            for (int i = 0; i < plan.documents(); i++) {
                totals[1] += plan.document(i).receivers();
                assertThat(plan.document(i).sentAt()).isBetween(world.startsAt(), world.endsAt() - 1);
            }
        });
        assertThat(totals).containsExactly(fixture.documents, fixture.dispatches);
    }

    private static void eachThread(World world, java.util.function.Consumer<ThreadPlan> to) {
        ThreadPlanner planner = new ThreadPlanner(world);
        ThreadPlan plan = new ThreadPlan();
        for (long thread = 0; thread < world.threads(); thread++) {
            planner.plan(thread, plan);
            to.accept(plan);
        }
    }

    private static String text(ThreadPlan plan) {
        StringBuilder text = new StringBuilder();
        StatusReported status = new StatusReported();
        for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
            if (plan.event(ordinal).isDocument()) {
                DocumentSent d = plan.numbered(plan.event(ordinal).document()).content();
                text.append(d.document).append(' ').append(d.sender).append(' ').append(d.sentAt);
                text.append(' ')
                        .append(d.signedAt)
                        .append(' ')
                        .append(d.dueOn)
                        .append(' ')
                        .append(d.dueOnText);
                for (int i = 0; i < d.receiverCount; i++) {
                    text.append(',').append(d.receivers[i]);
                }
            } else {
                plan.fill(ordinal, status);
                assertThat(Status.isKnown(status.status)).isTrue();
                text.append(status.document)
                        .append('/')
                        .append(status.receiver)
                        .append(' ')
                        .append(status.status);
                text.append(' ').append(status.occurredAt);
            }
            text.append('\n');
        }
        for (int i = 0; i < plan.conclusions(); i++) {
            Conclusion c = plan.conclusion(i);
            text.append(c.document).append('/').append(c.receiver).append(' ').append(c.obligation);
            text.append(' ').append(c.outcome).append(' ').append(c.latenessS).append('\n');
        }
        return text.toString();
    }
}
