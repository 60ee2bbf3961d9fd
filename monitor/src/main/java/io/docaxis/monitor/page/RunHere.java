package io.docaxis.monitor.page;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the process that serves the page knows beyond the cluster: it may send a run itself. What it does not know is empty.
 *
 * @param command that the process is
 * @param phase of the run, in a word
 * @param share of the run that is played, from 0 to 1
 * @param speed simulated seconds in a second; empty: as fast as it goes, or unknown
 * @param sent empty: this process sends nothing
 * @param verdict once there is one
 */
public record RunHere(
        String command,
        Optional<String> phase,
        OptionalDouble share,
        OptionalDouble speed,
        Optional<Sent> sent,
        Optional<Verdict> verdict) {

    /**
     * Documents and statuses of the sources of this process.
     *
     * @param intended that the schedule wanted sent by now; where all was sent, all; empty: it is not known without playing on
     * @param sent given to the client
     * @param acknowledged of these
     * @param failed of these
     * @param behindS how long the first event that the broker does not have has been due; empty without a schedule
     * @param problem why nothing is sent; empty: it is, or all was
     */
    public record Sent(
            OptionalLong intended,
            long sent,
            long acknowledged,
            long failed,
            OptionalDouble behindS,
            Optional<String> problem) {}

    /**
     * What the run came to.
     *
     * @param word exact, differs or incomplete
     * @param text more about it, for people
     */
    public record Verdict(String word, String text) {}

    /** A process that sends nothing. */
    public static RunHere watching(String command) {
        return new RunHere(
                command,
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
