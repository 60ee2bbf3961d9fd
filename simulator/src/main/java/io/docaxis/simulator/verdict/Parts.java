package io.docaxis.simulator.verdict;

import io.docaxis.common.tally.proto.PartHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The parts of a ledger or tally: are they all there, and final? */
public final class Parts {

    private Parts() {}

    /** Whether every part is there, final or not. */
    public static boolean areThere(SortedMap<Integer, PartHeader> headers) {
        return !headers.isEmpty() && headers.get(headers.firstKey()).getParts() == headers.size();
    }

    /** What is missing to a final whole, in words; empty if nothing is. */
    public static List<String> unfinished(SortedMap<Integer, PartHeader> headers) {
        if (headers.isEmpty()) {
            return List.of("nothing of this run is there yet");
        }
        List<String> missing = new ArrayList<>();
        int parts = headers.get(headers.firstKey()).getParts();
        for (int part = 0; part < parts; part++) {
            PartHeader header = headers.get(part);
            if (header == null) {
                missing.add("part " + part + " of " + parts + " is missing");
            } else if (!header.getEnded()) {
                missing.add("part " + part + " of " + parts + " has not ended");
            }
        }
        return missing;
    }
}
