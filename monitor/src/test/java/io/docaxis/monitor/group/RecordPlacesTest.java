package io.docaxis.monitor.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.group.RecordPlaces.Place;
import io.docaxis.monitor.health.FirstRecord;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RecordPlacesTest {

    private static final TopicPartition PARTITION = new TopicPartition("t", 0);
    private static final FirstRecord.At TWENTY = new FirstRecord.At(20, 1_800_000_000_000L);

    private final RecordPlaces records = new RecordPlaces();

    private static Place place(long from, long end) {
        return new Place(PARTITION, from, end);
    }

    private List<Place> missing(Place... places) {
        return records.missing(List.of(places)).values().stream()
                .flatMap(java.util.Collection::stream)
                .toList();
    }

    @Test
    void keepsARecordThatWasFound() {
        assertThat(missing(place(7, 30))).containsExactly(place(7, 30));
        assertThat(records.at(place(7, 30))).isEqualTo(FirstRecord.UNREAD);
        records.find(place(7, 30), 20, TWENTY);
        assertThat(missing(place(7, 40))).isEmpty();
        assertThat(records.at(place(7, 40))).isEqualTo(TWENTY);
    }

    @Test
    void goesOnWhereTheLastLookEnded() {
        records.pass(place(7, 30), 12);
        assertThat(missing(place(7, 35))).containsExactly(place(7, 35));
        assertThat(records.goesOnAt(place(7, 35))).isEqualTo(12);
        assertThat(records.at(place(7, 35))).isEqualTo(FirstRecord.UNREAD);
    }

    @Test
    void readsNothingAgainWhereNothingWas() {
        records.pass(place(7, 30), 30);
        assertThat(records.at(place(7, 30))).isEqualTo(FirstRecord.NONE);
        assertThat(missing(place(7, 30))).isEmpty();
        // the log grows
        assertThat(missing(place(7, 31))).containsExactly(place(7, 31));
        assertThat(records.goesOnAt(place(7, 31))).isEqualTo(30);
        assertThat(records.at(place(7, 31))).isEqualTo(FirstRecord.UNREAD);
    }

    @Test
    void tellsPlacesApartThatBeginAtOneOffset() {
        assertThat(missing(place(7, 8), place(7, 30), place(7, 9))).containsExactly(place(7, 30));
        records.find(place(7, 30), 20, TWENTY);
        assertThat(records.at(place(7, 8))).isEqualTo(FirstRecord.NONE);
        assertThat(records.at(place(7, 30))).isEqualTo(TWENTY);
    }

    @Test
    void findsNothingInAShortPlaceThatWasPassedOnTheWay() {
        missing(place(7, 8), place(7, 30));
        records.pass(place(7, 30), 10);
        assertThat(records.at(place(7, 8))).isEqualTo(FirstRecord.NONE);
        assertThat(records.at(place(7, 30))).isEqualTo(FirstRecord.UNREAD);
    }

    @Test
    void forgetsPlacesThatNobodyAsksAbout() {
        records.find(place(7, 30), 20, TWENTY);
        missing(place(21, 30));
        assertThat(records.at(place(7, 30))).isEqualTo(FirstRecord.UNREAD);
    }
}
