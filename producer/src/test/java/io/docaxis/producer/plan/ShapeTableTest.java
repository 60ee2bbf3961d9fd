package io.docaxis.producer.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.producer.scenario.ScenarioFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Totals are exact, and shares are what was asked. */
class ShapeTableTest {

    @Test
    void totalsAreExactForAnyNumberOfDocuments() {
        ScenarioFixture fixture = new ScenarioFixture().disturbed();
        for (int documents = 1; documents <= 2_000; documents++) {
            assertExact(fixture.documents(documents));
        }
        assertExact(fixture.documents(1_349_833));
        assertExact(fixture.documents(134_983_301));
    }

    @Test
    void withoutDispatchesAskedForTheWeightsDecide() {
        for (int documents = 1; documents <= 2_000; documents += 7) {
            ScenarioFixture fixture = new ScenarioFixture().documents(documents);
            fixture.dispatches = 0;
            assertThat(documents(ShapeTable.of(fixture.build()))).isEqualTo(documents);
        }
    }

    @Test
    void everyFeasibleNumberOfDispatchesIsMet() {
        ScenarioFixture fixture = new ScenarioFixture().documents(40);
        fixture.fanOut = ScenarioFixture.weighted(2, 3, 5, 2, 87, 1);
        fixture.threads = ScenarioFixture.plainThreads();
        for (int dispatches = 80; dispatches <= 40 * 87; dispatches++) {
            fixture.dispatches = dispatches;
            assertExact(fixture);
        }
        for (long dispatches : List.of(79L, 40L * 87 + 1)) {
            fixture.dispatches = dispatches;
            assertThatThrownBy(() -> ShapeTable.of(fixture.build()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("80 to 3480 can be made");
        }
    }

    @Test
    void theLargestVolumeIsMet() {
        ScenarioFixture fixture = new ScenarioFixture();
        fixture.documents = 1_000_000_000;
        fixture.fanOut = ScenarioFixture.weighted(1, 1, 2, 100_000, 87, 100_000);
        fixture.threads = ScenarioFixture.plainThreads();
        for (long dispatches : List.of(1_000_000_000L, 2_000_000_001L, 43_210_987_654L, 86_999_999_999L)) {
            fixture.dispatches = dispatches;
            assertExact(fixture);
        }
    }

    @Test
    void sharesOfThreadsAreWhatWasAsked() {
        ShapeTable table = ShapeTable.of(new ScenarioFixture().build());
        long threads = table.threads();
        assertShare(table, ThreadKind.QUESTION, threads, 60_000);
        assertShare(table, ThreadKind.RECALLED, threads, 4_000);
        assertShare(table, ThreadKind.UPDATED, threads, 6_000);
        assertShare(table, ThreadKind.REPLACED, threads, 5_000);
        long asked = table.rows().stream()
                .filter(r -> r.shape().kind() == ThreadKind.QUESTION)
                .mapToLong(r -> r.count() * r.shape().fanOut())
                .sum();
        long answers = table.rows().stream()
                .mapToLong(r -> r.count() * r.shape().answers())
                .sum();
        assertThat(answers).isBetween(asked * 599 / 1000, asked * 601 / 1000);
    }

    @Test
    void everyRankHasItsShape() {
        ShapeTable table = ShapeTable.of(new ScenarioFixture().documents(500).build());
        long rank = 0;
        for (var row : table.rows()) {
            for (long i = 0; i < row.count(); i++) {
                assertThat(table.at(rank++)).isEqualTo(row.shape());
            }
        }
        assertThat(rank).isEqualTo(table.threads());
    }

    private static void assertShare(ShapeTable table, ThreadKind kind, long threads, long ppm) {
        long count = table.rows().stream()
                .filter(r -> r.shape().kind() == kind)
                .mapToLong(ShapeTable.Row::count)
                .sum();
        assertThat(count * 1_000_000 / threads).isBetween(ppm - 100, ppm + 100);
    }

    private static void assertExact(ScenarioFixture fixture) {
        ShapeTable table = ShapeTable.of(fixture.build());
        assertThat(documents(table)).isEqualTo(fixture.documents);
        assertThat(table.rows().stream()
                        .mapToLong(r -> r.count() * r.shape().dispatches())
                        .sum())
                .as("dispatches of %d documents", fixture.documents)
                .isEqualTo(fixture.dispatches);
    }

    private static long documents(ShapeTable table) {
        return table.rows().stream()
                .mapToLong(r -> r.count() * r.shape().documents())
                .sum();
    }
}
