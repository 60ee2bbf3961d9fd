package io.docaxis.monitor.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.group.PrefixesSeen.Candidate;
import io.docaxis.monitor.group.PrefixesSeen.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

class PrefixesSeenTest {

    private static final Candidate OURS = candidate("ours");
    private static final Candidate FOREIGN = candidate("foreign");

    private final List<Set<Candidate>> asked = new ArrayList<>();
    private final Set<Candidate> ours = new HashSet<>(Set.of(OURS));
    private final Set<Candidate> empty = new HashSet<>();
    private long nowNs;
    private final PrefixesSeen seen = new PrefixesSeen(() -> nowNs, candidates -> {
        asked.add(Set.copyOf(candidates));
        return candidates.stream().collect(Collectors.toMap(Function.identity(), this::found));
    });

    private Found found(Candidate candidate) {
        if (empty.contains(candidate)) {
            return Found.EMPTY;
        }
        return ours.contains(candidate) ? Found.OURS : Found.OTHER;
    }

    private static Candidate candidate(String prefix) {
        return new Candidate(prefix, Uuid.randomUuid(), Uuid.randomUuid());
    }

    @Test
    void readsOfWhatIsOursOnceAndOfOthersOnceAMinute() throws InterruptedException {
        assertThat(seen.of(Set.of(OURS, FOREIGN))).containsExactly("ours");
        nowNs += Duration.ofSeconds(59).toNanos();
        assertThat(seen.of(Set.of(OURS, FOREIGN))).containsExactly("ours");
        assertThat(asked).containsExactly(Set.of(OURS, FOREIGN));
        nowNs += Duration.ofSeconds(1).toNanos();
        ours.add(FOREIGN);
        assertThat(seen.of(Set.of(OURS, FOREIGN))).containsExactly("foreign", "ours");
        nowNs += Duration.ofHours(1).toNanos();
        assertThat(seen.of(Set.of(OURS, FOREIGN))).containsExactly("foreign", "ours");
        assertThat(asked).containsExactly(Set.of(OURS, FOREIGN), Set.of(FOREIGN));
    }

    @Test
    void forgetsWhatIsGoneAndReadsATopicThatWasMadeAnewAtOnce() throws InterruptedException {
        seen.of(Set.of(OURS));
        assertThat(seen.of(Set.of())).isEmpty();
        Candidate anew = candidate("ours");
        assertThat(seen.of(Set.of(anew))).isEmpty();
        assertThat(asked).containsExactly(Set.of(OURS), Set.of(anew));
    }

    @Test
    void readsSomeOfManyInEachRound() throws InterruptedException {
        Set<Candidate> many = IntStream.range(0, 50)
                .mapToObj(number -> candidate("foreign" + number))
                .collect(Collectors.toSet());
        for (int round = 0; round < 5; round++) {
            assertThat(seen.of(many)).isEmpty();
        }
        assertThat(asked).extracting(Set::size).containsExactly(20, 20, 10);
    }

    @Test
    void readsEachOfManyInItsTurnHoweverManyAreDue() throws InterruptedException {
        Set<Candidate> many = IntStream.range(0, 50)
                .mapToObj(number -> candidate("foreign" + number))
                .collect(Collectors.toSet());
        for (int round = 0; round < 6; round++) {
            seen.of(many);
            nowNs += Duration.ofMinutes(1).toNanos();
        }
        assertThat(many)
                .allSatisfy(one -> assertThat(asked.stream().filter(round -> round.contains(one)))
                        .hasSizeBetween(2, 3));
    }

    @Test
    void readsEmptyTopicsInEveryRound() throws InterruptedException {
        empty.add(OURS);
        assertThat(seen.of(Set.of(OURS, FOREIGN))).isEmpty();
        nowNs += Duration.ofSeconds(5).toNanos();
        assertThat(seen.of(Set.of(OURS, FOREIGN))).isEmpty();
        empty.clear();
        nowNs += Duration.ofSeconds(5).toNanos();
        assertThat(seen.of(Set.of(OURS, FOREIGN))).containsExactly("ours");
        assertThat(seen.of(Set.of(OURS, FOREIGN))).containsExactly("ours");
        assertThat(asked).containsExactly(Set.of(OURS, FOREIGN), Set.of(OURS), Set.of(OURS));
    }
}
