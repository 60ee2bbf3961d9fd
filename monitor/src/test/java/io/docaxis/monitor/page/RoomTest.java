package io.docaxis.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RoomTest {

    private static final int SECOND_MS = 1_000;
    /** A quarter of an hour, less what is merged at once. */
    private static final int NEWEST = 897;

    private static final int WEEK_S = 7 * 24 * 3_600;

    private long nowMs = SECOND_MS;
    private final Room room = new Room("s", moment());

    /** One that takes what it is given. */
    private static final class Guest implements Viewer {
        final List<String> got = new ArrayList<>();

        @Override
        public void begin(List<Message> first) {
            first.forEach(this::take);
        }

        @Override
        public void offer(Message next, Supplier<Message> all) {
            take(next);
        }

        private void take(Message message) {
            got.add(new String(message.bytes(), StandardCharsets.UTF_8));
        }

        @Override
        public void end() {}

        String lastId() {
            return got.get(got.size() - 1).lines().findFirst().orElseThrow().substring("id: ".length());
        }
    }

    private Moment moment() {
        return Moments.unknown(nowMs, Optional.empty());
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            nowMs += SECOND_MS;
            room.look(moment());
        }
    }

    private Guest stayFor(int looks) throws Exception {
        Guest guest = new Guest();
        List<Runnable> leaving = new ArrayList<>();
        room.show(
                gone -> {
                    leaving.add(() -> gone.accept(guest));
                    return guest;
                },
                null);
        look(looks);
        leaving.forEach(Runnable::run);
        return guest;
    }

    private Guest comeBack(String lastId) throws Exception {
        Guest guest = new Guest();
        room.show(gone -> guest, lastId);
        return guest;
    }

    @Test
    void whoComesBackSoonMissesNoPointThoughNobodyElseLookedOn() throws Exception {
        Guest before = stayFor(2);
        look(20);

        Guest back = comeBack(before.lastId());

        assertThat(back.got).hasSize(20).allMatch(message -> message.contains("\"reset\":false,"));
        assertThat(back.got).allMatch(message -> message.contains("\"point\":"));
    }

    @Test
    void whoComesBackLateBeginsAnew() throws Exception {
        Guest before = stayFor(2);
        look(1_000);

        Guest back = comeBack(before.lastId());

        assertThat(back.got).hasSize(1).allMatch(message -> message.contains("\"reset\":true,"));
    }

    @Test
    void theHistoryOfAWeekIsBoundedAndHasNoHoles() {
        look(WEEK_S);

        List<Long> times = new ArrayList<>();
        for (JsonNode point : room.history().get("points")) {
            times.add(point.get(0).asLong());
        }

        assertThat(times).hasSizeLessThanOrEqualTo(1_500).isSorted().doesNotHaveDuplicates();
        assertThat(times.get(times.size() - 1)).isEqualTo(nowMs);
        assertThat(times.get(times.size() - NEWEST)).isEqualTo(nowMs - (NEWEST - 1L) * SECOND_MS);
        long widest = 0;
        for (int i = 1; i < times.size(); i++) {
            widest = Math.max(widest, times.get(i) - times.get(i - 1));
        }
        assertThat(widest).as("a week in 150 points or more").isLessThan(WEEK_S / 70L * SECOND_MS);
    }
}
