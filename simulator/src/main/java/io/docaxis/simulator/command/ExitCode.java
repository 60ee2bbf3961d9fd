package io.docaxis.simulator.command;

import io.docaxis.simulator.drill.Score;
import io.docaxis.simulator.load.judge.LoadVerdict;
import io.docaxis.simulator.verdict.Finding;

/** What the process says to its caller when it ends; {@code docs/commands.md} documents them, held equal by a test. */
public final class ExitCode {

    /** The verdict is exact; of commands without a verdict: done. */
    public static final int EXACT = 0;

    /** The command line, a scenario or a client config is wrong. */
    public static final int USAGE = 1;

    /** Consumers concluded something else than was true. */
    public static final int DIFFERS = 2;

    /** The run is incomplete, or its books do not balance. */
    public static final int INCOMPLETE = 3;

    /** Broker, topics, port, directory, disk or standard output are not as they have to be. */
    public static final int ENVIRONMENT = 4;

    /** A threshold was broken. */
    public static final int THRESHOLD = 5;

    /** What was to be measured or tried did not come about: the outcome says nothing, good or bad. */
    public static final int INVALID = 6;

    /** The self-test failed, or a drill came to no end and so to no verdict. */
    public static final int NOT_PASSED = 7;

    /** A defect of docaxis itself. */
    public static final int INTERNAL = 70;

    /** Stopped by Ctrl-C or a request to terminate. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(Finding finding) {
        return switch (finding) {
            case EXACT -> EXACT;
            case DIFFERS -> DIFFERS;
            case INCOMPLETE -> INCOMPLETE;
        };
    }

    static int of(Score score) {
        return switch (score) {
            case PASSED -> EXACT;
            case DIFFERS -> DIFFERS;
            case INCOMPLETE -> INCOMPLETE;
            case NO_END -> NOT_PASSED;
            case VOID -> INVALID;
        };
    }

    static int of(LoadVerdict verdict) {
        return switch (verdict) {
            case INTERRUPTED -> INTERRUPTED;
            case ENVIRONMENT -> ENVIRONMENT;
            case DIFFERS -> DIFFERS;
            case INVALID -> INVALID;
            case BROKEN -> THRESHOLD;
            case INCOMPLETE -> INCOMPLETE;
            case HELD -> EXACT;
        };
    }

    /** Of a measurement. */
    static int ofTrust(boolean trusted) {
        return trusted ? EXACT : INVALID;
    }

    static int ofSelfTest(boolean right) {
        return right ? EXACT : NOT_PASSED;
    }
}
