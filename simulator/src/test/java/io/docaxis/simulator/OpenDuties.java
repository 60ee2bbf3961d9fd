package io.docaxis.simulator;

import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.consumer.exchange.Exchange;
import io.docaxis.consumer.exchange.ExchangeOutput;
import io.docaxis.consumer.state.ExchangeState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which duties of a partition were unfulfilled after how many records of its log: an exchange by whose wall clock everything is overdue at once,
 * so that what opens or closes with a record is announced with it.
 */
final class OpenDuties implements ExchangeOutput {

    /** By duty: after how many records it opened or closed. */
    private final Map<String, TreeMap<Integer, Boolean>> duties = new HashMap<>();

    private int records;

    OpenDuties(List<LiveLogs.Logged> log) {
        Exchange exchange = new Exchange(new ExchangeState(), 0, this);
        for (LiveLogs.Logged logged : log) {
            records++;
            byte[] value = logged.value();
            exchange.apply(value, 0, value.length, records - 1, logged::numberOrNull);
            exchange.passLive(Long.MAX_VALUE);
            exchange.conclude();
        }
    }

    @Override
    public void deadLetter(Unreadable reason, long offset) {
        // no duty
    }

    @Override
    public void lateness(byte[] key, byte[] value) {
        Announcement announcement = Announcement.of(key, value);
        duties.computeIfAbsent(announcement.key(), duty -> new TreeMap<>())
                .put(records, announcement.said().getKind() == Lateness.Kind.OVERDUE);
    }

    /** Whether a duty was open after some number of records, from one to another. */
    boolean isOpen(String key, int from, int to) {
        TreeMap<Integer, Boolean> changes = duties.getOrDefault(key, new TreeMap<>());
        boolean before = Optional.ofNullable(changes.floorEntry(from))
                .map(Map.Entry::getValue)
                .orElse(false);
        return before || from <= to && changes.subMap(from, true, to, true).containsValue(true);
    }
}
