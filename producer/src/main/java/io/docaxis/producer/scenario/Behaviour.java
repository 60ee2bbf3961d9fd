package io.docaxis.producer.scenario;

/** How the receivers of a tier behave. What does not add up to a million is the on-time case. */
public record Behaviour(
        Acknowledgement acknowledgement, Processing processing, Response response, RecallAnswer recallAnswer) {

    /** The first that is heard of a dispatch. */
    public record Acknowledgement(
            int arrivalPpm,
            int refusePpm,
            int acknowledgeLatePpm,
            int acknowledgeNeverPpm,
            Durations acknowledgeLateBy,
            int withoutAcceptancePpm)
            implements Group {}

    /** What is reported after the acceptance. */
    public record Processing(int assignPpm, int processPpm, int processAgainPpm, int completePpm) implements Group {}

    /** The response to a document with a due date. */
    public record Response(int respondByCompletionPpm, int respondLatePpm, Durations respondLateBy) implements Group {}

    /** The answer to a request to give a document back. */
    public record RecallAnswer(int recallNeverPpm, int recallLatePpm, Durations recallLateBy, int recallRefusePpm)
            implements Group {}
}
