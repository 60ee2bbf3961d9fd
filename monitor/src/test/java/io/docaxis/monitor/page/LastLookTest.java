package io.docaxis.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.figures.PublishedMoments;
import io.docaxis.monitor.figures.ResponseFigures;
import io.docaxis.monitor.figures.Round;
import io.docaxis.monitor.figures.TallySnapshot;
import io.docaxis.monitor.figures.TypedAnswers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether what a room shows is how all ended. */
class LastLookTest {

    private static final Duration AWHILE = Duration.ofMinutes(1);

    private final PublishedMoments going = new PublishedMoments(0, 0, 10_000_000);
    private final PublishedMoments ended = new PublishedMoments(0, 0, 20_000_000).ended();
    private final TypedAnswers answers = new TypedAnswers();
    private final Figures source = answers.figures();
    private final Room room = new Room("s", Moments.unknown(1_000, Optional.empty()));

    @AfterEach
    void close() {
        source.close();
    }

    private void look(TallySnapshot tally, Optional<ResponseFigures> response, Optional<Figures> source) {
        Round round = new Round(tally, Set.of(), List.of(), Optional.empty(), true);
        room.look(Moments.of(source, new FiguresView(round, response, Optional.empty())));
    }

    private void lookAtTheEnd() {
        look(ended.tally(), Optional.of(ended.response(1)), Optional.of(source));
    }

    private Optional<PublishedMoments> moment(String state) {
        return switch (state) {
            case "going" -> Optional.of(going);
            case "ended" -> Optional.of(ended);
            default -> Optional.empty();
        };
    }

    /** Lateness is read after the tally: it may have ended before. */
    @ParameterizedTest
    @CsvSource({
        "unknown, unknown, false",
        "going,   unknown, false",
        "going,   going,   false",
        "going,   ended,   false",
        "ended,   unknown, false",
        "ended,   going,   false",
        "ended,   ended,   true"
    })
    void theTallyAndWhatIsOverdueHaveToBeThoseOfTheEnd(String tally, String response, boolean isLast) {
        look(
                moment(tally).map(PublishedMoments::tally).orElseGet(TallySnapshot::unknown),
                moment(response).map(known -> known.response(1)),
                Optional.empty());

        assertThat(room.isLast()).isEqualTo(isLast);
    }

    @Test
    void isNotLastBeforeTheLedgerIsWhole() {
        lookAtTheEnd();
        assertThat(room.isLast()).as("nothing is known of the ledger").isFalse();

        answers.ledger(going.tally());
        await().until(() -> source.ledger().isPresent());
        assertThat(room.isLast()).as("a part of the ledger is known").isFalse();

        answers.ledger(ended.tally());
        await().until(room::isLast);
    }

    @Test
    void isLastWhereThereIsNoLedger() throws Exception {
        answers.noLedger();
        source.awaitLedger(AWHILE);
        lookAtTheEnd();

        assertThat(room.isLast()).isTrue();
    }

    @Test
    void isLastWhereTheLedgerCannotBeRead() throws Exception {
        answers.unreadableLedger();
        source.awaitLedger(AWHILE);
        lookAtTheEnd();

        assertThat(room.isLast()).isTrue();
    }

    @Test
    void isNotLastWhileTheTallyGoesOnThoughTheLedgerIsWhole() throws Exception {
        answers.ledger(ended.tally());
        look(going.tally(), Optional.of(going.response(1)), Optional.of(source));
        source.awaitLedger(AWHILE);

        assertThat(room.isLast()).isFalse();
    }
}
