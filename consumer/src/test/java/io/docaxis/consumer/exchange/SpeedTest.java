package io.docaxis.consumer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.tally.Counter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Prints how fast records are applied and what an open dispatch weighs; asserts neither, for machines differ. */
class SpeedTest {

    /** {@code -Ddocaxis.speed.documents=400000} for figures that mean something. */
    private static final int DOCUMENTS = Integer.getInteger("docaxis.speed.documents", 20_000);

    /** Time of this thread alone: other work on the machine does not show, garbage collection neither. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final Effects NOWHERE = new Effects() {
        @Override
        public void deadLetter(Unreadable reason, long offset) {}

        @Override
        public void lateness(String key, Lateness announcement) {}
    };

    private static final Changes DISCARD = new Changes() {
        @Override
        public void put(byte[] key, byte[] value) {}

        @Override
        public void delete(byte[] key) {}
    };

    @Test
    void printsEventsPerSecond() {
        List<byte[]> log = RandomStream.records(months(300), Rules.DEFAULT);
        for (int round = 0; round < 4; round++) {
            ExchangeState state = new ExchangeState();
            Exchange exchange = new Exchange(state, 0, NOWHERE);
            long start = THREADS.getCurrentThreadCpuTime();
            int offset = 0;
            int most = 0;
            long drainNs = 0;
            for (byte[] record : log) {
                exchange.apply(record, offset++);
                if (offset % 100_000 == 0) {
                    most = Math.max(most, state.threads());
                    long drain = THREADS.getCurrentThreadCpuTime();
                    state.drainChanges(DISCARD);
                    drainNs += THREADS.getCurrentThreadCpuTime() - drain;
                }
            }
            long ns = THREADS.getCurrentThreadCpuTime() - start;
            System.out.printf(
                    "%,d records in %,d ms of CPU: %,d a second, of it %,d ms draining; at most %,d threads%n",
                    log.size(), ns / 1_000_000, log.size() * 1_000_000_000L / ns, drainNs / 1_000_000, most);
            assertThat(exchange.ended()).isTrue();
            assertThat(state.tally().count(Counter.APPLIED)).isEqualTo(log.size() - 2);
        }
    }

    @Test
    void printsWhatAnOpenDispatchWeighs() {
        List<byte[]> log = RandomStream.records(months(1), Rules.DEFAULT);
        log.remove(log.size() - 1);
        ExchangeState state = new ExchangeState();
        Exchange exchange = new Exchange(state, 0, NOWHERE);
        long before = used();
        int offset = 0;
        for (byte[] record : log) {
            exchange.apply(record, offset++);
        }
        state.drainChanges(DISCARD);
        long after = used();
        long dispatches = state.progress().dispatches();
        System.out.printf(
                "%,d dispatches of %,d threads in memory: %,d bytes a dispatch%n",
                dispatches, state.threads(), (after - before) / dispatches);
        assertThat(exchange.threads()).isEqualTo(DOCUMENTS);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Documents spread over so many days, to 3.6 receivers each, with two to three statuses a dispatch. */
    private static List<RandomStream.Delivery> months(int days) {
        Random random = new Random(1);
        List<RandomStream.Delivery> deliveries = new ArrayList<>();
        for (int thread = 0; thread < DOCUMENTS; thread++) {
            DocumentSent d = new DocumentSent();
            d.thread = thread;
            d.sentAt = Source.STARTS_AT + (long) (random.nextDouble() * days * RandomStream.DAY_S);
            d.signedAt = d.sentAt - random.nextInt(86_400);
            d.sender = random.nextInt(88);
            d.type = random.nextInt(28);
            if (random.nextInt(4) == 0) {
                d.dueOn = (int) (d.sentAt / 86_400) + 3 + random.nextInt(10);
            }
            int receivers = random.nextInt(60) == 0 ? 87 : 1 + random.nextInt(3);
            for (int r = 1; r <= receivers; r++) {
                d.addReceiver((d.sender + r) % 88);
            }
            add(deliveries, d, null);
            int ordinal = 1;
            for (int r = 0; r < receivers; r++) {
                for (int code : new int[] {1, 3, 5}) {
                    if (random.nextInt(10) < 9) {
                        StatusReported s = new StatusReported();
                        s.thread = thread;
                        s.ordinal = ordinal++;
                        s.receiver = d.receivers[r];
                        s.status = code;
                        s.occurredAt = d.sentAt + (long) code * random.nextInt(20_000);
                        add(deliveries, null, s);
                    }
                }
            }
        }
        deliveries.sort(Comparator.comparingLong(RandomStream.Delivery::emittedAt));
        return deliveries;
    }

    private static void add(List<RandomStream.Delivery> to, DocumentSent d, StatusReported s) {
        long at = d != null ? d.sentAt : s.occurredAt;
        to.add(new RandomStream.Delivery(new RandomStream.Event(d != null ? d.thread : s.thread, at, d, s), at));
    }
}
