package io.docaxis.monitor.figures;

import io.docaxis.common.event.proto.Live;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SourceProgress;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Event lag: how far watermarks are behind the newest simulated time, and who holds them back.
 *
 * @param headers by partition
 * @param takenAtMs wall clock at which it was so
 */
public record EventLag(SortedMap<Integer, PartHeader> headers, OptionalLong takenAtMs) {

    /** The newest <em>emitted at</em> of each source that has not ended everywhere, seconds. */
    public SortedMap<Integer, Long> sources() {
        SortedMap<Integer, Long> newest = new TreeMap<>();
        for (PartHeader header : headers.values()) {
            for (SourceProgress source : header.getSourcesList()) {
                if (source.getEmittedAt() != 0 && !source.getEnded()) {
                    newest.merge(source.getSource(), source.getEmittedAt(), Math::max);
                }
            }
        }
        return newest;
    }

    /** The sources that hold a partition's watermark back: others are further. */
    public List<Integer> holders(int partition) {
        PartHeader header = headers.get(partition);
        if (header == null || header.getEnded() || lagS(partition).orElse(0) == 0) {
            return List.of();
        }
        return header.getSourcesList().stream()
                .filter(source -> !source.getEnded() && source.getEmittedAt() == header.getWatermark())
                .map(SourceProgress::getSource)
                .toList();
    }

    /** The latest instant before which any partition has announced deadlines. */
    public long newestAnnounced() {
        return headers.values().stream()
                .mapToLong(PartHeader::getAnnouncedUntil)
                .max()
                .orElse(0);
    }

    /** Simulated time by the wall clock, of a live run that goes on; empty: it is not live, or has ended. */
    private OptionalLong liveTime() {
        if (takenAtMs.isEmpty() || headers.values().stream().allMatch(PartHeader::getEnded)) {
            return OptionalLong.empty();
        }
        return headers.values().stream()
                .filter(header -> header.hasStart() && header.getStart().hasLive())
                .mapToLong(header -> liveTime(header, takenAtMs.getAsLong()))
                .max();
    }

    private static long liveTime(PartHeader header, long nowMs) {
        Live live = header.getStart().getLive();
        return upToEnd(header, live.getSimulatedS() + (nowMs - live.getWallMs()) * live.getSpeed() / 1_000_000);
    }

    /**
     * How far a partition's watermark is behind the newest simulated time, seconds: that which any partition has seen of any source or, in a live run,
     * the wall clock's if that is later. It is what a slow partition or a silent source holds back. Empty too where parts are published in turns: each is
     * then of another moment, and what one is behind another says nothing.
     */
    public OptionalLong lagS(int partition) {
        PartHeader header = headers.get(partition);
        if (header == null || header.getWatermark() == 0 || isInTurns()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.max(0, newest().orElse(0) - header.getWatermark()));
    }

    /**
     * The newest simulated time: that which any partition has seen of any source or, in a live run, the wall clock's if that is later; seconds. No
     * further than the run's end, where watermarks stop: what was under way then is emitted later.
     */
    public OptionalLong newest() {
        long seen = headers.values().stream()
                .mapToLong(header -> upToEnd(
                        header,
                        header.getSourcesList().stream()
                                .mapToLong(SourceProgress::getEmittedAt)
                                .max()
                                .orElse(0)))
                .max()
                .orElse(0);
        long newest = Math.max(seen, liveTime().orElse(0));
        return newest == 0 ? OptionalLong.empty() : OptionalLong.of(newest);
    }

    private static long upToEnd(PartHeader header, long instant) {
        return header.getEndsAt() == 0 ? instant : Math.min(instant, header.getEndsAt());
    }

    private boolean isInTurns() {
        return headers.values().stream().anyMatch(PartHeader::getInTurns);
    }

    /** The partition whose watermark is furthest behind; empty where none is known. */
    public OptionalInt worst() {
        return headers.keySet().stream()
                .filter(partition -> lagS(partition).isPresent())
                .max(Comparator.comparingLong(
                                (Integer partition) -> lagS(partition).getAsLong())
                        .thenComparing(Comparator.reverseOrder()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
