package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.docaxis.common.tally.proto.PartHeader;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run begins under the prefix of another, of which it is known what is overdue. */
class LatenessOfAnotherRunTest {

    private static final long NOW = 10_000_000;

    private final PublishedMoments first = new PublishedMoments(0, 0, NOW).ofRun("first");
    private final PublishedMoments second = new PublishedMoments(0, 0, NOW).ofRun("second");
    private final TypedAnswers answers = new TypedAnswers();
    private final Figures figures = answers.figures();

    @BeforeEach
    void lookAtTheFirst() {
        answers.response(first.response(1));
        answers.tally(first.tally());
        figures.start();
        awaitTallyOf("first");
    }

    @AfterEach
    void close() {
        figures.close();
    }

    private void awaitTallyOf(String run) {
        await().until(() -> figures.tally().about().map(PartHeader::getRunId).equals(Optional.of(run)));
    }

    @Test
    void whatIsOverdueIsKnownOfTheRunThatTheNewestTallyIsOf() {
        assertThat(figures.response()).map(ResponseFigures::version).hasValue(1L);
        assertThat(figures.responseProblem()).isEmpty();
    }

    @Test
    void whatWasOverdueInTheRunBeforeIsNotSaidOfTheNext() {
        answers.tally(second.tally());
        awaitTallyOf("second");

        assertThat(figures.response()).isEmpty();
        assertThat(figures.responseProblem()).hasValue("of this run it was not read yet");
    }

    @Test
    void whatIsOverdueIsKnownAgainOnceItIsReadOfTheNextRun() {
        answers.tally(second.tally());
        awaitTallyOf("second");

        answers.response(second.response(2));

        assertThat(figures.response()).map(ResponseFigures::version).hasValue(2L);
        assertThat(figures.responseProblem()).isEmpty();
    }
}
