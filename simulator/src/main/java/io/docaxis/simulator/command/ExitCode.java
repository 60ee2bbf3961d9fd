package io.docaxis.simulator.command;

/** What the process says to its caller when it ends; the README documents them. 5 is reserved. */
public final class ExitCode {

    /** The verdict is exact; of commands without a verdict: done. */
    public static final int EXACT = 0;

    /** The command line or a scenario is wrong. */
    public static final int USAGE = 1;

    /** Consumers concluded something else than was true. */
    public static final int DIFFERS = 2;

    /** The run is incomplete, or its books do not balance. */
    public static final int INCOMPLETE = 3;

    /** Broker, topics, port, directory or disk are not as they have to be. */
    public static final int ENVIRONMENT = 4;

    /** What was to be measured or tried did not come about: the outcome says nothing, good or bad. */
    public static final int INVALID = 6;

    /** A defect of docaxis itself. */
    public static final int INTERNAL = 70;

    /** Stopped by Ctrl-C or a request to terminate. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
