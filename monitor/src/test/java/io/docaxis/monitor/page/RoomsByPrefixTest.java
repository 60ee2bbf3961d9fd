package io.docaxis.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RoomsByPrefixTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RoomsByPrefix rooms = new RoomsByPrefix("s", RoomsByPrefixTest::moment);

    /** Counts when it is sent away. */
    private static final class Guest implements Viewer {
        private int ended;

        @Override
        public void begin(List<Message> first) {}

        @Override
        public void offer(Message next, Supplier<Message> all) {}

        @Override
        public void end() {
            ended++;
        }
    }

    private static Moment moment(Optional<String> prefix) {
        return Moments.unknown(1_000, prefix);
    }

    private static JsonNode prefix(Room room) {
        return JSON.readTree(room.section(Sections.RUN).orElseThrow()).get("prefix");
    }

    private static int points(Room room) {
        return room.history().get("points").size();
    }

    private Room room(String prefix) {
        return rooms.of(Optional.of(prefix)).orElseThrow();
    }

    private static Guest guestIn(Room room) throws Exception {
        Guest guest = new Guest();
        room.show(gone -> guest, null);
        return guest;
    }

    @Test
    void theFirstRoomTakesTheFirstPrefixThatIsFound() {
        Room first = rooms.first();
        assertThat(prefix(first).isNull()).isTrue();

        rooms.look(List.of("a", "b"));

        assertThat(rooms.first()).isSameAs(first).isSameAs(room("a"));
        assertThat(prefix(first).asString()).isEqualTo("a");
        assertThat(prefix(room("b")).asString()).isEqualTo("b");
    }

    @Test
    void aPrefixThatWasNotThereAtTheLastLookHasNoRoom() {
        rooms.look(List.of("a"));

        assertThat(rooms.of(Optional.of("b"))).isEmpty();
        assertThat(rooms.of(Optional.empty())).containsSame(rooms.first());
    }

    @Test
    void whatComesBackGoesOnInItsRoom() throws Exception {
        rooms.look(List.of("a"));
        Guest guest = guestIn(rooms.first());
        int before = points(rooms.first());

        rooms.look(List.of());
        assertThat(prefix(rooms.first()).isNull()).isTrue();
        rooms.look(List.of("a"));

        assertThat(prefix(rooms.first()).asString()).isEqualTo("a");
        assertThat(points(rooms.first())).isEqualTo(before + 2);
        assertThat(guest.ended).isZero();
    }

    @Test
    void whoeverNamesNoPrefixIsShownOneThatIsThere() throws Exception {
        rooms.look(List.of("a", "b"));
        Room second = room("b");
        List<Guest> guests = new ArrayList<>(List.of(guestIn(rooms.first()), guestIn(second)));

        rooms.look(List.of("b"));

        assertThat(rooms.first()).isSameAs(second).isSameAs(room("b"));
        assertThat(prefix(second).asString()).isEqualTo("b");
        assertThat(guests).extracting(guest -> guest.ended).containsExactly(1, 0);
    }

    @Test
    void theHistoryOfAPrefixHasNothingOfAnother() {
        rooms.look(List.of("a"));
        rooms.look(List.of("a"));
        rooms.look(List.of());

        rooms.look(List.of("b"));

        assertThat(prefix(rooms.first()).asString()).isEqualTo("b");
        assertThat(points(rooms.first())).isLessThan(3);
    }

    @Test
    void whoSeesAPrefixThatIsGoneIsSentAway() throws Exception {
        rooms.look(List.of("a", "b"));
        Guest guest = guestIn(room("b"));

        rooms.look(List.of("a"));

        assertThat(guest.ended).isEqualTo(1);
        assertThat(rooms.of(Optional.of("b"))).isEmpty();
    }
}
