package io.docaxis.producer.plan;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.EventLimits;
import io.docaxis.common.event.Status;
import io.docaxis.common.tally.Counter;
import io.docaxis.producer.scenario.Scenario;

/**
 * Plans threads, each a function of scenario, seed and its number alone. Allocates nothing once its scratch has grown. One per
 * thread of execution; not thread-safe.
 */
public final class ThreadPlanner {

    /** A document number that no thread uses. */
    private static final int NEVER_SENT = EventLimits.MAX_DOCUMENT;
    /** Of dispatches of updates, one in this many is agreed to by 15, though only take-backs are asked. */
    private static final int UPDATE_AGREED = 4;

    private static final int MINUTE_S = 60;
    private static final int HOUR_S = 3600;
    private static final int DAY_S = 86_400;
    private static final int LAST_DAYS_S = 10 * DAY_S;

    /** Seeds: of the thread as a whole; those of dispatches are counted on from theirs, by document and receiver. */
    private static final long THREAD = 1;

    private static final long LAST_DAYS = 2;

    private static final long DISPATCHES = 1L << 40;

    private final World world;
    private final Scenario scenario;
    private final OfficeClock clock;
    private final ReceiverBehaviours receivers;
    private final DocumentPlanner documents;
    private final CourseChooser chooser;
    private final RecallChooser recalls;
    private final CourseWriter writer;
    private final long end;
    private final long horizonS;

    private final Draws draws = new Draws();
    private final Course course = new Course();
    /** By receiver of a question: when it answers. */
    private long[] answeredAt = new long[16];

    private ThreadPlan plan;

    public ThreadPlanner(World world) {
        this.world = world;
        scenario = world.scenario();
        end = world.endsAt();
        horizonS = scenario.rules().horizonS();
        clock = new OfficeClock(scenario.calendar());
        receivers = new ReceiverBehaviours(scenario, clock);
        documents = new DocumentPlanner(world, clock);
        var retention = new DispatchRetention(world.deadlines());
        chooser = new CourseChooser(scenario, retention, clock, receivers, end);
        recalls = new RecallChooser(scenario, retention, clock, receivers, end);
        writer = new CourseWriter(retention, end);
    }

    /** Plans one thread into a holder, replacing what it held. */
    public void plan(long thread, ThreadPlan into) {
        plan = into;
        plan.clear(thread, world.seed(thread));
        documents.begin(plan);
        ThreadShape shape = world.shape(thread);
        switch (shape.kind()) {
            case PLAIN -> plain(shape);
            case QUESTION -> question(shape);
            case RECALLED -> recalled(shape);
            case UPDATED -> updated(shape);
            case REPLACED -> replaced(shape);
            case ORPHAN_ANSWER -> orphanAnswer();
        }
        draws.from(plan.seed(THREAD));
        if (draws.chance(scenario.mistakes().orphans().orphanStatusPpm())) {
            orphanStatus();
        }
        plan.close();
    }

    private void plain(ThreadShape shape) {
        PlannedDocument document = documents.first(0, shape.fanOut());
        documents.perhapsImpossiblyDue(document);
        send(document);
        dispatch(document, 0);
    }

    private void question(ThreadShape shape) {
        PlannedDocument document = documents.first(0, shape.fanOut());
        documents.due(document);
        send(document);
        if (answeredAt.length < shape.answers()) {
            answeredAt = new long[shape.answers()];
        }
        dispatch(document, shape.answers());
        for (int i = 0; i < shape.answers(); i++) {
            PlannedDocument answer = documents.answer(document, i, answeredAt[i]);
            send(answer);
            dispatch(answer, 0, Course.NEVER);
        }
    }

    private void recalled(ThreadShape shape) {
        PlannedDocument document = documents.first(0, shape.fanOut());
        documents.perhapsDue(document);
        send(document);
        PlannedDocument recall = documents.followUp(document, BusinessType.RECALL);
        send(recall);
        for (int i = 0; i < document.receivers(); i++) {
            int receiver = document.receiver(i);
            choose(document, i, false);
            course.requestAt = recall.sentAt();
            course.requestedByDocument = true;
            recalls.answer(draws, course, document, receiver);
            writer.write(plan, document, receiver, course);
            arrival(recall, receiver);
        }
    }

    private void updated(ThreadShape shape) {
        PlannedDocument document = documents.first(0, shape.fanOut());
        documents.perhapsDue(document);
        send(document);
        PlannedDocument update = documents.followUp(document, BusinessType.UPDATE);
        send(update);
        for (int i = 0; i < document.receivers(); i++) {
            dispatch(document, i, Course.NEVER);
            dispatch(update, i, Course.NEVER);
        }
    }

    private void replaced(ThreadShape shape) {
        PlannedDocument document = documents.first(0, shape.fanOut());
        documents.dueAfter(document, document);
        send(document);
        PlannedDocument replacement = documents.followUp(document, BusinessType.REPLACE);
        documents.dueAfter(replacement, document);
        send(replacement);
        for (int i = 0; i < document.receivers(); i++) {
            dispatch(document, i, replacement.sentAt());
            dispatch(replacement, i, Course.NEVER);
        }
    }

    private void orphanAnswer() {
        PlannedDocument answer = documents.first(1, 1);
        answer.content.answers = 0;
        send(answer);
        plan.observe(Counter.ANSWER_UNMATCHED);
        plan.mistake(Counter.PLANTED_ORPHAN_ANSWER, answer.sentAt());
        dispatch(answer, 0, Course.NEVER);
    }

    private void orphanStatus() {
        long at = world.sentAt(plan.thread()) + 1 + draws.below(DAY_S);
        if (at < end) {
            int receiver = documents.anybody(draws);
            plan.addEvent(Status.ACCEPTED, NEVER_SENT, receiver, at);
            plan.observe(Counter.UNMATCHED);
            plan.mistake(Counter.PLANTED_ORPHAN_STATUS, at);
        }
    }

    /** The dispatches of a plain document or a question; the first receivers, of a given number, answer by documents. */
    private void dispatch(PlannedDocument document, int answers) {
        draws.from(plan.seed(LAST_DAYS));
        boolean lastDays = document.sentAt() >= end - LAST_DAYS_S
                && draws.chance(scenario.traffic().threads().recallRequests().lastDayRecallPpm());
        for (int i = 0; i < document.receivers(); i++) {
            int receiver = document.receiver(i);
            choose(document, i, i < answers);
            if (recalls.perhapsCross(draws, course, document, receiver)) {
                // asked back already
            } else if (lastDays) {
                recalls.askBackOnLastDay(draws, course, document, receiver);
            } else {
                recalls.perhapsAskBack(draws, course, document, receiver);
            }
            writer.write(plan, document, receiver, course);
            if (i < answers) {
                answeredAt[i] = course.answeredAt;
            }
        }
    }

    /** A dispatch that is neither answered nor asked back. */
    private void dispatch(PlannedDocument document, int index, long replacedAt) {
        choose(document, index, false);
        course.replacedAt = replacedAt;
        if (document.content.business == BusinessType.UPDATE.ordinal() && draws.oneIn(UPDATE_AGREED)) {
            agreeUnasked(document.receiver(index));
        }
        writer.write(plan, document, document.receiver(index), course);
    }

    private void choose(PlannedDocument document, int index, boolean answers) {
        draws.from(plan.seed(DISPATCHES * (1 + document.number()) + index));
        course.clear();
        chooser.choose(draws, course, document, document.receiver(index), answers);
    }

    private void agreeUnasked(int receiver) {
        if (course.signAt < end) {
            course.agreedUnaskedAt =
                    receivers.afterSilence(receiver, clock.after(course.signAt, MINUTE_S + draws.below(HOUR_S)));
        }
    }

    /** A dispatch of a recall document carries no duties: its machine's notice is all that comes of it. */
    private void arrival(PlannedDocument recall, int receiver) {
        plan.observe(Counter.SETTLED);
        if (draws.chance(
                receivers.of(receiver, recall.sentAt()).acknowledgement().arrivalPpm())) {
            long at = receivers.afterSilence(receiver, recall.sentAt() + 1 + draws.below(5 * MINUTE_S));
            if (at < end && at <= recall.sentAt() + horizonS) {
                plan.addEvent(Status.ARRIVED, recall.number(), receiver, at);
            }
        }
    }

    private void send(PlannedDocument document) {
        writer.writeSending(plan, document);
        plan.addEvent(PlannedEvent.DOCUMENT, document.number(), DocumentSent.ABSENT, document.sentAt());
    }
}
