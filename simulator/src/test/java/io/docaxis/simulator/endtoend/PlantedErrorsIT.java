package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.TopicSetup;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.plan.Conclusion;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.ThreadPlanner;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.Scenarios;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.outside.BrokerRun;
import io.docaxis.simulator.outside.Offsets;
import io.docaxis.simulator.outside.ProgramRun;
import io.docaxis.simulator.result.Wording;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The verdict bites: of a run that is played once and copied with one error planted in each copy, the shipped program names
 * the thread and document that the error is in, and no other.
 */
class PlantedErrorsIT {

    private static final long DOCUMENTS = 500;
    private static final int PARTITIONS = 3;
    private static final int FIRST_PART_PERCENT = 60;
    private static final int MINUTE_S = 60;
    private static final Topics ORIGIN = new Topics("origin");
    private static final Pattern MENTION = Pattern.compile("thread \\d+ document \\d+");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Scenario SCENARIO = Scenarios.read("quiet-day").scaled(DOCUMENTS);
    private static final AgencyCatalogue AGENCIES = SCENARIO.agencies();

    private static BrokerRun broker;
    private static Recording recording;

    @BeforeAll
    static void playOnce() throws Exception {
        broker = BrokerRun.start();
        Commands.run(
                broker,
                ExitCode.EXACT,
                ORIGIN,
                "produce",
                "quiet-day",
                "--documents",
                String.valueOf(DOCUMENTS),
                "--partitions",
                String.valueOf(PARTITIONS));
        recording = Recording.of(broker.cluster(), ORIGIN);
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @Test
    void isExactWhereNothingIsPlanted() throws Exception {
        Topics copy = copy("untouched", Recording.NONE);

        assertThat(verdict(copy, ExitCode.EXACT)).contains("verdict: exact").doesNotContainPattern(MENTION);
    }

    @Test
    void namesTheDocumentThatWasDropped() throws Exception {
        Letter letter = Letter.first(recording.events(), any -> true);

        Topics copy = copy("dropped", event -> event == letter.sent() ? null : event.value());

        assertNamesOnly(letter, verdict(copy, ExitCode.DIFFERS))
                .contains("missing: acknowledge of " + letter.name())
                .doesNotContain("changed: ", "extra: ");
    }

    @Test
    void namesTheDocumentWhoseDeadlineIsOffByAMinute() throws Exception {
        Letter letter = Letter.first(recording.events(), any -> any.content().urgency != Urgency.NORMAL.ordinal());
        byte[] shifted = letter.rewritten(content -> content.sentAt += MINUTE_S);

        Topics copy = copy("shifted", event -> event == letter.sent() ? shifted : event.value());

        long deadline = acknowledgeBy(letter.content());
        assertNamesOnly(letter, verdict(copy, ExitCode.DIFFERS))
                .containsPattern("changed: acknowledge of " + letter.name() + " .*due " + Wording.instant(deadline)
                        + "\\), found .*due " + Wording.instant(deadline + MINUTE_S) + "\\)");
    }

    @Test
    void namesTheDocumentThatWentToAnotherAgency() throws Exception {
        Letter letter = Letter.first(recording.events(), Letter::isToOneReceiver);
        int wanted = letter.content().receivers[0];
        int other = IntStream.range(0, AGENCIES.size())
                .filter(agency -> agency != wanted && agency != letter.content().sender)
                .findFirst()
                .orElseThrow();
        byte[] swapped = letter.rewritten(content -> content.receivers[0] = other);

        Topics copy = copy("swapped", event -> event == letter.sent() ? swapped : event.value());

        assertNamesOnly(letter, verdict(copy, ExitCode.DIFFERS))
                .contains("missing: acknowledge of " + letter.name() + " to " + AGENCIES.code(wanted))
                .contains("extra: acknowledge of " + letter.name() + " to " + AGENCIES.code(other));
    }

    @Test
    void namesTheDocumentThatStoredStateHasTwice() throws Exception {
        Letter letter = Letter.first(
                recording.events(),
                any -> isWithinFirstPart(any) && answered(any).isPresent());
        Conclusion twice = answered(letter).orElseThrow();

        Topics copy = copy("twice", event -> recording.isWithin(event, FIRST_PART_PERCENT) ? event.value() : null);
        try (ProgramRun consumer = broker.start(copy, "consume")) {
            awaitNoLag(copy);
            consumer.signal("TERM");
            assertThat(consumer.exitCode()).as(consumer.err()).isEqualTo(ExitCode.INTERRUPTED);
        }
        new StoredState(broker.cluster(), copy, letter.sent().partition())
                .tamper(state -> conclude(state.tally(), letter.content(), twice));
        recording.copyEvents(
                broker.cluster(), copy, event -> recording.isWithin(event, FIRST_PART_PERCENT) ? null : event.value());

        assertNamesOnly(letter, verdict(copy, ExitCode.DIFFERS))
                .contains("  4 of ", "extra: acknowledge of " + letter.name())
                .doesNotContain("changed: ", "missing: ");
    }

    private static Topics copy(String prefix, Recording.Edit edit) throws Exception {
        Topics copy = new Topics(prefix);
        new TopicSetup(broker.cluster(), copy).ensure(PARTITIONS);
        recording.copyLedger(broker.cluster(), copy);
        recording.copyEvents(broker.cluster(), copy, edit);
        return copy;
    }

    private static String verdict(Topics copy, int exitCode) throws InterruptedException {
        Commands.run(broker, ExitCode.EXACT, copy, "consume", "--until-ended");
        String out = Commands.run(broker, exitCode, copy, "verify");
        System.out.println(copy.prefix() + ": " + out.substring(out.indexOf("verdict: ")));
        return out;
    }

    private static AbstractStringAssert<?> assertNamesOnly(Letter planted, String verdict) {
        assertThat(MENTION.matcher(verdict).results().map(MatchResult::group).collect(Collectors.toSet()))
                .as(verdict)
                .containsExactly(planted.name());
        return assertThat(verdict).contains("verdict: differs").doesNotContain("more than can be named");
    }

    private static long acknowledgeBy(DocumentSent content) {
        return new Deadlines(SCENARIO.rules(), SCENARIO.calendar())
                .acknowledgeBy(content.sentAt, Urgency.of(content.urgency));
    }

    private static boolean isWithinFirstPart(Letter letter) {
        return letter.records().stream().allMatch(event -> recording.isWithin(event, FIRST_PART_PERCENT));
    }

    /** An acknowledgement that the plan has come, so that a consumer counts it once it has read the thread. */
    private static Optional<Conclusion> answered(Letter letter) {
        ThreadPlan plan = new ThreadPlan();
        new ThreadPlanner(new World(SCENARIO, SCENARIO.seed())).plan(letter.content().thread, plan);
        return IntStream.range(0, plan.conclusions())
                .mapToObj(plan::conclusion)
                .filter(conclusion ->
                        conclusion.obligation() == Obligation.ACKNOWLEDGE && conclusion.outcome() == Outcome.ON_TIME)
                .findFirst();
    }

    private static void conclude(Tally tally, DocumentSent content, Conclusion conclusion) {
        tally.conclude(
                1,
                AGENCIES,
                content.thread,
                conclusion.document(),
                conclusion.receiver(),
                conclusion.obligation(),
                conclusion.outcome(),
                conclusion.debtor(),
                conclusion.openedOn(),
                conclusion.deadline(),
                conclusion.latenessS(),
                content.type,
                content.urgency);
    }

    private static void awaitNoLag(Topics topics) {
        try (Offsets offsets = new Offsets(broker.cluster())) {
            await().atMost(PATIENCE)
                    .until(() -> offsets.committed(topics.group()).equals(offsets.ends(topics.events())));
        }
    }
}
