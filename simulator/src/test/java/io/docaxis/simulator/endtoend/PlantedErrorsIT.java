package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.TopicSetup;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.outside.BrokerRun;
import io.docaxis.simulator.planted.Letter;
import io.docaxis.simulator.planted.Recording;
import io.docaxis.simulator.result.Wording;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The verdict bites: of a run that is played once and copied with one event damaged in each copy, the shipped program names
 * the thread and document that the event is about, and no other. What is planted in a consumer's state, {@code drill self-test}
 * sees to.
 */
class PlantedErrorsIT {

    private static final long DOCUMENTS = 500;
    private static final int PARTITIONS = 3;
    private static final int MINUTE_S = 60;
    private static final Topics ORIGIN = new Topics("origin");
    private static final Pattern MENTION = Pattern.compile("thread \\d+ document \\d+");

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
                .containsPattern("changed: acknowledge of " + letter.name() + " .*due "
                        + Wording.instant(deadline, SCENARIO.calendar().utcOffsetS()) + "\\), found .*due "
                        + Wording.instant(
                                deadline + MINUTE_S, SCENARIO.calendar().utcOffsetS()) + "\\)");
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

    private static Topics copy(String prefix, Recording.Edit edit) throws Exception {
        Topics copy = new Topics(prefix);
        new TopicSetup(broker.cluster(), copy).ensure(PARTITIONS);
        recording.copyLedger(broker.cluster(), copy);
        recording.copyEvents(broker.cluster(), copy, edit);
        return copy;
    }

    private static String verdict(Topics copy, int exitCode) throws InterruptedException {
        Commands.run(broker, ExitCode.EXACT, copy, "consume", "--until-ended");
        String out = Commands.run(broker, exitCode, copy, "verify", "--timeout", Commands.LONG);
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
}
