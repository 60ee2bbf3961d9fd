package io.docaxis.producer.scenario;

import io.docaxis.producer.scenario.Scenario.Durations;

/** How the receivers of a tier behave. What does not add up to a million is the on-time case. */
public record Behaviour(
        Acknowledgement acknowledgement, Processing processing, Response response, RecallAnswer recallAnswer) {

    /**
     * The first that is heard of a dispatch.
     *
     * @param arrivalPpm share that report 01
     * @param refusePpm share of dispatches refused (02) instead of accepted
     * @param acknowledgeLatePpm share acknowledged after the deadline
     * @param acknowledgeNeverPpm share never acknowledged
     * @param acknowledgeLateBy by how much
     * @param withoutAcceptancePpm of the acknowledged, the share whose first sign is 05, without 03
     */
    public record Acknowledgement(
            int arrivalPpm,
            int refusePpm,
            int acknowledgeLatePpm,
            int acknowledgeNeverPpm,
            Durations acknowledgeLateBy,
            int withoutAcceptancePpm)
            implements Group {}

    /**
     * What is reported after the acceptance.
     *
     * @param assignPpm of the accepted, the share that report 04
     * @param processPpm of the accepted, the share that report 05
     * @param processAgainPpm of those, the share that report 05 a second time
     * @param completePpm of the accepted without a due date, the share that report 06
     */
    public record Processing(int assignPpm, int processPpm, int processAgainPpm, int completePpm) implements Group {}

    /**
     * The response to a document with a due date.
     *
     * @param respondByCompletionPpm of dispatches with a due date and no answering document, the share fulfilled by 06
     * @param respondLatePpm of responses, the share after the due date
     * @param respondLateBy by how much
     */
    public record Response(int respondByCompletionPpm, int respondLatePpm, Durations respondLateBy) implements Group {}

    /**
     * The answer to a request to give a document back.
     *
     * @param recallNeverPpm of those asked back, the share that never answer
     * @param recallLatePpm of those asked back, the share that answer after the deadline
     * @param recallLateBy by how much
     * @param recallRefusePpm of the answers, the share that refuse (16)
     */
    public record RecallAnswer(int recallNeverPpm, int recallLatePpm, Durations recallLateBy, int recallRefusePpm)
            implements Group {}
}
