package io.docaxis.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BroadcastTest {

    private final Broadcast broadcast = new Broadcast("s");

    /** One that takes what it is given, unless it is told not to. */
    private static final class Watcher implements Viewer {
        final List<String> got = new ArrayList<>();
        boolean isSlow;
        boolean hasMissed;
        boolean isEnded;

        @Override
        public void begin(List<Message> first) {
            first.forEach(this::take);
        }

        @Override
        public void offer(Message next, Supplier<Message> all) {
            if (isSlow) {
                hasMissed = true;
                return;
            }
            take(hasMissed ? all.get() : next);
            hasMissed = false;
        }

        private void take(Message message) {
            got.add(new String(message.bytes(), StandardCharsets.UTF_8));
        }

        @Override
        public void end() {
            isEnded = true;
        }
    }

    @Test
    void aViewerGetsAllSectionsAndThenWhatChanges() {
        publish("a", "1", "b", "1");
        Watcher viewer = enter(null);
        publish("a", "1", "b", "2");
        assertThat(viewer.got)
                .containsExactly(
                        "id: s-1\nevent: state\ndata: {\"reset\":true,\"sections\":{\"a\":1,\"b\":1}}\n\n",
                        "id: s-2\nevent: state\ndata: {\"reset\":false,\"sections\":{\"b\":2}}\n\n");
    }

    @Test
    void whereNothingChangesThereIsAHeartbeat() {
        publish("a", "1");
        Watcher viewer = enter(null);
        publish("a", "1");
        assertThat(viewer.got.get(1)).isEqualTo("id: s-2\nevent: state\ndata: {\"reset\":false,\"sections\":{}}\n\n");
    }

    @Test
    void whoComesBackGoesOnFromTheLastMessage() {
        publish("a", "1");
        publish("a", "2");
        publish("a", "3");
        Watcher viewer = enter("s-1");
        assertThat(viewer.got).hasSize(2).allMatch(message -> message.contains("\"reset\":false"));
        assertThat(enter("s-3").got).as("nothing was missed").isEmpty();
    }

    @Test
    void whoComesBackTooLateOrFromAnotherStreamBeginsAnew() {
        for (int i = 0; i < 100; i++) {
            publish("a", String.valueOf(i));
        }
        for (String id : new String[] {"s-1", "other-99", "s-101", "s-x", "s-99999999999999999999", "", "s"}) {
            assertThat(enter(id).got)
                    .as(id)
                    .containsExactly("id: s-100\nevent: state\ndata: {\"reset\":true,\"sections\":{\"a\":99}}\n\n");
        }
    }

    @Test
    void aSlowViewerGetsAllSectionsAgainAndHoldsNobodyUp() {
        publish("a", "1", "b", "1");
        Watcher slow = enter(null);
        Watcher quick = enter(null);
        slow.isSlow = true;
        publish("a", "2", "b", "1");
        publish("a", "3", "b", "1");
        slow.isSlow = false;
        publish("a", "3", "b", "4");
        assertThat(quick.got).hasSize(4);
        assertThat(slow.got).hasSize(2);
        assertThat(slow.got.get(1)).contains("\"reset\":true").contains("\"a\":3,\"b\":4");
    }

    @Test
    void whoIsGoneGetsNothing() {
        publish("a", "1");
        Watcher viewer = enter(null);
        broadcast.remove(viewer);
        publish("a", "2");
        assertThat(viewer.got).hasSize(1);
        assertThat(broadcast.viewers()).isZero();
    }

    @Test
    void atTheEndEverybodyIsSentAway() {
        Watcher viewer = enter(null);
        broadcast.close();
        assertThat(viewer.isEnded).isTrue();
    }

    private Watcher enter(String lastId) {
        Watcher viewer = new Watcher();
        broadcast.add(viewer, lastId);
        return viewer;
    }

    private void publish(String... sections) {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < sections.length; i += 2) {
            all.put(sections[i], sections[i + 1]);
        }
        broadcast.publish(all);
    }
}
