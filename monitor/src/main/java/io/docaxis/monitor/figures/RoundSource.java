package io.docaxis.monitor.figures;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.WorkingTime;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.monitor.cluster.LatestAnswer;
import io.docaxis.monitor.cluster.PolledSource;
import io.docaxis.monitor.cluster.TopicGoneException;
import io.docaxis.monitor.cluster.UnreadableException;
import io.micrometer.core.instrument.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rounds over a prefix: the tally, what its history says, and lateness beside it, which may fail on its own. One thread at a time.
 */
final class RoundSource implements PolledSource<Round> {

    /** What is due soon is due by then. */
    private static final long SOON_WORKING_S = 8 * 3_600L;
    /** Cells and headers of one commit are not read at one instant; what does not balance for so many rounds is wrong. */
    private static final int ROUNDS_UNBALANCED = 3;

    private final TallySource tallies;
    private final Optional<LatenessSource> lateness;
    private final LatestAnswer<ResponseFigures> response;
    private final SilenceLog silences;
    private final Clock clock;
    private final SourceRhythms rhythms = new SourceRhythms();
    private RunRules rules;
    private SilentAgencies silent;
    private int unbalanced;

    /**
     * @param lateness empty: nobody wants to know of it
     * @param response takes what is known of it
     * @param silences takes who is silent
     */
    RoundSource(
            TallySource tallies,
            Optional<LatenessSource> lateness,
            LatestAnswer<ResponseFigures> response,
            SilenceLog silences,
            Clock clock) {
        this.tallies = tallies;
        this.lateness = lateness;
        this.response = response;
        this.silences = silences;
        this.clock = clock;
    }

    @Override
    public Round read() throws InterruptedException {
        TallySnapshot tally = readTally();
        if (!tally.isKnown()) {
            return new Round(tally, Set.of(), List.of(), Optional.empty(), true);
        }
        rhythms.look(TimeUnit.NANOSECONDS.toMillis(clock.monotonicTime()), tally);
        unbalanced = tally.booksBalance() ? 0 : unbalanced + 1;
        Set<Integer> silentSources = tally.event().sources().keySet().stream()
                .filter(rhythms::isSilent)
                .collect(Collectors.toSet());
        follow(tally.start());
        if (rules == null) {
            return new Round(tally, silentSources, List.of(), Optional.empty(), unbalanced < ROUNDS_UNBALANCED);
        }
        Round round = new Round(tally, silentSources, silence(tally), dueSoon(tally), unbalanced < ROUNDS_UNBALANCED);
        if (!round.isInTurns()) {
            lateness.ifPresent(source -> response.ask(() -> source.read(tally, this::readTally, tallies.run(), rules)));
        }
        return round;
    }

    private TallySnapshot readTally() throws InterruptedException {
        try {
            return tallies.read();
        } catch (TopicGoneException e) {
            lateness.ifPresent(LatenessSource::close);
            throw e;
        }
    }

    /** What is learnt of a run is of no use for another. */
    private void follow(Optional<RunStarted> start) {
        if (start.isEmpty()) {
            rules = null;
        } else if (rules == null || !rules.areOf(start.get())) {
            rules = rules(start.get());
            silent = new SilentAgencies(rules.calendar());
            silences.follow(start.get().getRunId());
        }
    }

    private static RunRules rules(RunStarted start) {
        try {
            return new RunRules(start);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("the start marker in the tally: " + e.getMessage(), e);
        }
    }

    private List<Silence> silence(TallySnapshot tally) {
        OptionalLong watermark = tally.watermark();
        if (watermark.isPresent()) {
            silent.look(
                    watermark.getAsLong(),
                    tally.furthestWatermark(),
                    tally.reports(),
                    tally::owes,
                    tally.isBeforeEnd(watermark.getAsLong()));
        }
        List<Silence> now = IntStream.range(0, AgencyCatalogue.level1Count())
                .mapToObj(agency -> watermark.isPresent() ? silent.of(agency) : Silence.LEARNING)
                .toList();
        silences.look(watermark, now, silent::lastAt);
        return now;
    }

    private Optional<DueDuties> dueSoon(TallySnapshot tally) {
        OptionalLong watermark = tally.watermark();
        if (watermark.isEmpty()) {
            return Optional.empty();
        }
        long until = rules.time().after(watermark.getAsLong(), SOON_WORKING_S);
        return until == WorkingTime.NEVER ? Optional.empty() : Optional.of(tally.due(until));
    }

    @Override
    public void close() {
        lateness.ifPresent(LatenessSource::close);
        tallies.close();
    }
}
