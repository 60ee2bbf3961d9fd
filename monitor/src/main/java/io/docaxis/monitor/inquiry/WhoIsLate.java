package io.docaxis.monitor.inquiry;

import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.tally.proto.PartHeader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Who is late at one moment of simulated time, as far as that is known.
 *
 * @param headers of the tally, by partition: what consumers have read so far
 * @param duties all that was asked for, worst first
 * @param unknown what is not known, in words; empty: this is all
 */
public record WhoIsLate(SortedMap<Integer, PartHeader> headers, List<OverdueDuty> duties, List<String> unknown) {

    /** So many of ten are told apart from the rest by the agencies that owe them. */
    private static final int MOST_OF_TEN = 9;

    public WhoIsLate {
        duties = List.copyOf(duties);
        unknown = List.copyOf(unknown);
    }

    /**
     * The few level-1 agencies that owe nearly all, themselves or below them.
     *
     * @param duties how many they owe
     * @param agencies how many they are
     */
    public record Most(long duties, int agencies) {}

    /** What a header says of the run, which all say alike; empty: nothing is known of it. */
    public Optional<PartHeader> run() {
        return headers.values().stream().findFirst();
    }

    /** How many are known so. */
    public long count(OverdueAsKnown known) {
        return duties.stream()
                .filter(duty -> duty.known().equals(Optional.of(known)))
                .count();
    }

    /** Of how many it is not known how sure they are. */
    public long uncertain() {
        return duties.stream().filter(duty -> duty.known().isEmpty()).count();
    }

    /** The least watermark; empty as soon as one is unknown. */
    public OptionalLong watermark() {
        return run().isPresent()
                        && headers.size() == run().get().getParts()
                        && headers.values().stream().allMatch(header -> header.getWatermark() != 0)
                ? headers.values().stream().mapToLong(PartHeader::getWatermark).min()
                : OptionalLong.empty();
    }

    /** Whether nothing comes any more. */
    public boolean ended() {
        return watermark().isPresent() && headers.values().stream().allMatch(PartHeader::getEnded);
    }

    /** The fewest level-1 agencies that owe at least nine of ten. */
    public Most most() {
        List<Long> counts = duties.stream()
                .collect(Collectors.groupingBy(duty -> level1(duty.last().debtor()), Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getValue)
                .toList();
        long sum = 0;
        int agencies = 0;
        while (sum * 10 < duties.size() * (long) MOST_OF_TEN) {
            sum += counts.get(agencies++);
        }
        return new Most(sum, agencies);
    }

    private static String level1(String code) {
        return code.split("\\.")[0];
    }
}
