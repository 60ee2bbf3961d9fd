package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.Stage;
import io.docaxis.simulator.report.Wording;
import io.docaxis.simulator.selftest.LoggedDocument;
import io.docaxis.simulator.selftest.Recording;
import java.util.function.Consumer;
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

    private static Stage stage;
    private static Recording recording;

    @BeforeAll
    static void playOnce() throws Exception {
        stage = Stage.open();
        Commands.run(
                stage,
                ExitCode.EXACT,
                ORIGIN,
                "produce",
                "quiet-day",
                "--documents",
                String.valueOf(DOCUMENTS),
                "--partitions",
                String.valueOf(PARTITIONS));
        recording = Recording.of(stage.cluster(), ORIGIN);
    }

    @AfterAll
    static void stopBroker() throws Exception {
        stage.close();
    }

    @Test
    void namesTheDocumentThatWasDropped() throws Exception {
        LoggedDocument document = LoggedDocument.first(recording.events(), any -> true);

        Topics copy = copy("dropped", event -> event == document.sent() ? null : event.value());

        assertNamesOnly(document, verdict(copy, ExitCode.DIFFERS))
                .contains("missing: acknowledge of " + document.name())
                .doesNotContain("changed: ", "extra: ");
    }

    @Test
    void namesTheDocumentWhoseDeadlineIsOffByAMinute() throws Exception {
        LoggedDocument document =
                LoggedDocument.first(recording.events(), any -> any.content().urgency != Urgency.NORMAL.ordinal());
        byte[] shifted = rewritten(document, content -> content.sentAt += MINUTE_S);

        Topics copy = copy("shifted", event -> event == document.sent() ? shifted : event.value());

        long deadline = acknowledgeBy(document.content());
        assertNamesOnly(document, verdict(copy, ExitCode.DIFFERS))
                .containsPattern("changed: acknowledge of " + document.name() + " .*due "
                        + Wording.instant(deadline, SCENARIO.calendar().utcOffsetS()) + "\\), found .*due "
                        + Wording.instant(
                                deadline + MINUTE_S, SCENARIO.calendar().utcOffsetS()) + "\\)");
    }

    @Test
    void namesTheDocumentThatWentToAnotherAgency() throws Exception {
        LoggedDocument document = LoggedDocument.first(recording.events(), PlantedErrorsIT::isToOneReceiver);
        int wanted = document.content().receivers[0];
        int other = IntStream.range(0, AGENCIES.size())
                .filter(agency -> agency != wanted && agency != document.content().sender)
                .findFirst()
                .orElseThrow();
        byte[] swapped = rewritten(document, content -> content.receivers[0] = other);

        Topics copy = copy("swapped", event -> event == document.sent() ? swapped : event.value());

        assertNamesOnly(document, verdict(copy, ExitCode.DIFFERS))
                .contains("missing: acknowledge of " + document.name() + " to " + AGENCIES.code(wanted))
                .contains("extra: acknowledge of " + document.name() + " to " + AGENCIES.code(other));
    }

    private static Topics copy(String prefix, Recording.Edit edit) throws Exception {
        Topics copy = new Topics(prefix);
        new TopicSetup(stage.cluster(), copy).ensure(PARTITIONS);
        recording.copyLedger(stage.cluster(), copy);
        recording.copyEvents(stage.cluster(), copy, edit);
        return copy;
    }

    private static String verdict(Topics copy, int exitCode) throws InterruptedException {
        Commands.run(stage, ExitCode.EXACT, copy, "consume", "--until-ended");
        String out = Commands.run(stage, exitCode, copy, "verify", "--timeout", Commands.LONG);
        System.out.println(copy.prefix() + ": " + out.substring(out.indexOf("verdict: ")));
        return out;
    }

    private static AbstractStringAssert<?> assertNamesOnly(LoggedDocument planted, String verdict) {
        assertThat(MENTION.matcher(verdict).results().map(MatchResult::group).collect(Collectors.toSet()))
                .as(verdict)
                .containsExactly(planted.name());
        return assertThat(verdict).contains("verdict: differs").doesNotContain("more than can be named");
    }

    private static long acknowledgeBy(DocumentSent content) {
        return new Deadlines(SCENARIO.rules(), SCENARIO.calendar())
                .acknowledgeBy(content.sentAt, Urgency.of(content.urgency));
    }

    private static boolean isToOneReceiver(LoggedDocument document) {
        DocumentSent content = document.content();
        return content.receiverCount == 1 && content.receiverCodeCount == 0;
    }

    /** The record's value with other content in the same envelope, and a checksum that holds. */
    private static byte[] rewritten(LoggedDocument document, Consumer<DocumentSent> change) {
        EventReader reader = new EventReader();
        reader.read(document.sent().value());
        change.accept(reader.document());
        return new EventWriter().write(reader.envelope(), reader.document());
    }
}
