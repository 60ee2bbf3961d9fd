package io.docaxis.consumer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Rollup;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What agencies say is counted by who says it, when, and how its clock stands to the source's. */
class ReportsTest {

    private final Scene scene = new Scene();

    @Test
    void documentsAreTheirSendersAndStatusesTheirReceivers() {
        scene.plain().status(0, "H53", 3, "2023-03-07T10:00").status(0, "H53", 5, "2023-03-08T10:00");
        assertThat(reports())
                .containsExactly("G01 sender 2023-03-07 1", "H53 receiver 2023-03-07 1", "H53 receiver 2023-03-08 1");
    }

    @Test
    void aRequestToGiveBackIsItsReportersWhoIsNoReceiver() {
        scene.plain().status(0, "H53", "G01", 13, "2023-03-08T10:00").status(0, "H53", 15, "2023-03-08T11:00");
        assertThat(reports())
                .containsExactly("G01 sender 2023-03-07 1", "G01 sender 2023-03-08 1", "H53 receiver 2023-03-08 1");
    }

    @Test
    void whatIsBelowAnAgencyIsItsOwn() {
        String department =
                scene.agencies.code(88 + scene.agencies.number("H53")).value();
        scene.letter(0).from("G01").to(department).sent("2023-03-07T09:00");
        scene.status(0, department, 3, "2023-03-07T10:00");
        assertThat(reports()).containsExactly("G01 sender 2023-03-07 1", "H53 receiver 2023-03-07 1");
    }

    @Test
    void clocksAreOffByMoreThanAMinuteOrAnHour() {
        scene.plain()
                .deliveredAt("2023-03-07T11:00")
                .status(0, "H53", 3, "2023-03-07T10:00")
                .deliveredAt("2023-03-07T11:00:01")
                .status(0, "H53", 5, "2023-03-07T10:00")
                .deliveredAt("2023-03-07T12:00")
                .status(0, "H53", 5, "2023-03-07T12:01")
                .deliveredAt("2023-03-07T12:00")
                .status(0, "H53", 5, "2023-03-07T12:01:01");
        assertThat(reports())
                .containsExactly(
                        "G01 sender 2023-03-07 1",
                        "H53 receiver 2023-03-07 2",
                        "H53 receiver_ahead 2023-03-07 1",
                        "H53 receiver_behind 2023-03-07 1");
    }

    @Test
    void anEventIsCountedOnceAndWhatWaitsWhenItsDocumentComes() {
        scene.deliveredAt("2023-03-07T08:00")
                .status(0, "H53", 3, "2023-03-07T10:00")
                .again();
        assertThat(reports()).isEmpty();
        scene.plain().again();
        assertThat(scene.count(Counter.DUPLICATE)).isEqualTo(2);
        assertThat(reports()).containsExactly("G01 sender 2023-03-07 1", "H53 receiver_ahead 2023-03-07 1");
    }

    @Test
    void whatIsRestoredIsCountedOn() {
        scene.plain().status(0, "H53", 3, "2023-03-07T10:00");
        RestoreTest.Store store = new RestoreTest.Store();
        store.drain(scene.partition);
        store.restoreInto(scene.partition.state);
        scene.status(0, "H53", 5, "2023-03-07T11:00");
        assertThat(reports()).containsExactly("G01 sender 2023-03-07 1", "H53 receiver 2023-03-07 2");
    }

    private List<String> reports() {
        return scene.partition.tally().sorted().stream()
                .filter(cell -> CellKey.rollup(cell.key()) == Rollup.REPORTS)
                .flatMap(this::words)
                .sorted()
                .toList();
    }

    private Stream<String> words(Cell cell) {
        long key = cell.key();
        String what =
                CellKey.reportKind(key).name().toLowerCase(Locale.ROOT) + " " + LocalDate.ofEpochDay(CellKey.y(key));
        List<Long> counts = cell.histogram();
        assertThat(counts.stream().mapToLong(Long::longValue).sum()).isEqualTo(cell.count());
        return IntStream.range(0, counts.size())
                .filter(agency -> counts.get(agency) != 0)
                .mapToObj(agency -> scene.agencies.code(agency) + " " + what + " " + counts.get(agency));
    }
}
