package io.docaxis.producer.plan;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.Counter;
import io.docaxis.producer.scenario.Mistakes;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.Traffic;
import java.util.Arrays;

/** Plans the documents of a thread: who writes to whom, when, what and until when. One per planner; not thread-safe. */
final class DocumentPlanner {

    /** A code that no catalogue has. */
    private static final String UNKNOWN_CODE = "G99";
    /** A follow-up comes within so much office time, mostly soon. */
    private static final int FOLLOW_UP_DAYS = 3;

    private static final int SOONEST_FOLLOW_UP_S = 30 * 60;
    /** Where the office's time would be too late, a follow-up comes within so much time by the clock. */
    private static final int HURRIED_S = 4 * 3600;

    private static final int NO_RESTRICTION = 0;
    /** Seeds of documents are counted on from here. */
    private static final long DOCUMENTS = 1L << 20;

    private final World world;
    private final Scenario scenario;
    private final Traffic traffic;
    private final Mistakes.InDocuments mistakes;
    private final OfficeClock clock;
    private final SigningTimes signing;
    private final DueDateChooser dueDates;
    private final Participants participants;
    private final WeightedChoice types;
    private final WeightedChoice urgencies;
    /** By agency: its code in the old form, empty where it has none; null until asked for. */
    private final String[] oldCodes;

    private final Draws draws = new Draws();
    private ThreadPlan plan;

    DocumentPlanner(World world, OfficeClock clock) {
        this.world = world;
        this.clock = clock;
        scenario = world.scenario();
        traffic = scenario.traffic();
        mistakes = scenario.mistakes().inDocuments();
        signing = new SigningTimes(traffic.signing(), world.deadlines(), clock);
        dueDates = new DueDateChooser(traffic.dueDates(), world.deadlines(), clock);
        participants = new Participants(scenario.agencies());
        types = WeightedChoice.of(Arrays.stream(DocumentType.values())
                .mapToInt(type -> traffic.types().getOrDefault(type, 0))
                .toArray());
        urgencies = WeightedChoice.of(Arrays.stream(Urgency.values())
                .mapToInt(urgency -> traffic.urgency().getOrDefault(urgency, 0))
                .toArray());
        oldCodes = new String[scenario.agencies().size()];
    }

    /** What comes next is of this thread. */
    void begin(ThreadPlan newPlan) {
        plan = newPlan;
    }

    /** The document that opens the thread. */
    PlannedDocument first(int number, int fanOut) {
        draws.from(plan.seed(DOCUMENTS + number));
        PlannedDocument document = document(number, participants.sender(draws), world.sentAt(plan.thread()));
        participants.receivers(draws, document, fanOut);
        if (document.content.receiverCount > document.receiverCount) {
            plan.observe(Counter.RECEIVER_REMOVED);
        }
        return document;
    }

    /** A document to the same receivers about an earlier one, while nobody has forgotten that. */
    PlannedDocument followUp(PlannedDocument document, BusinessType business) {
        int number = document.number() + 1;
        draws.from(plan.seed(DOCUMENTS + number));
        long sentAt = document.sentAt();
        long last = Math.min(sentAt + scenario.rules().horizonS(), world.endsAt() - 1);
        long at = clock.after(
                sentAt, SOONEST_FOLLOW_UP_S + ((long) FOLLOW_UP_DAYS * clock.dayS() * draws.earlyFraction() >>> 32));
        if (at > last) {
            long room = Math.min(last - sentAt, HURRIED_S);
            at = sentAt + (room * draws.fraction() >>> 32);
        }
        PlannedDocument next = document(number, document.sender(), at);
        next.content.business = business.ordinal();
        next.content.concerns = document.number();
        for (int i = 0; i < document.receivers(); i++) {
            next.addReceiver(document.receiver(i));
        }
        return next;
    }

    /** The answering document of one receiver. */
    PlannedDocument answer(PlannedDocument question, int index, long sentAt) {
        int number = question.number() + 1 + index;
        draws.from(plan.seed(DOCUMENTS + number));
        PlannedDocument answer = document(number, question.receiver(index), sentAt);
        answer.addReceiver(question.sender());
        answer.content.answers = question.number();
        return answer;
    }

    /** What due date a plain document has, if any. */
    void perhapsDue(PlannedDocument document) {
        if (draws.chance(traffic.dueDates().plainPpm())) {
            due(document);
        }
    }

    void perhapsImpossiblyDue(PlannedDocument document) {
        if (draws.chance(mistakes.impossibleDuePpm())) {
            if (!dueDates.drawImpossible(draws, document)) {
                plan.observe(Counter.DUE_DATE_UNREADABLE);
            } else {
                for (int i = 0; i < document.receivers(); i++) {
                    plan.observe(Counter.DEADLINE_OUTSIDE_CALENDAR);
                }
            }
        } else {
            perhapsDue(document);
        }
    }

    /** A due date, in the past perhaps. */
    void due(PlannedDocument document) {
        if (draws.chance(traffic.dueDates().pastPpm()) && dueDates.drawPast(draws, document)) {
            plan.observe(Counter.DUE_DATE_PAST);
        } else {
            dueDates.draw(draws, document, NO_RESTRICTION);
        }
    }

    /** A due date to come, after that of another document where it has one. */
    void dueAfter(PlannedDocument document, PlannedDocument other) {
        dueDates.draw(draws, document, Math.max(NO_RESTRICTION, other.content.dueOn));
    }

    /** Any agency. */
    int anybody(Draws by) {
        return participants.sender(by);
    }

    private PlannedDocument document(int number, int sender, long sentAt) {
        PlannedDocument document = plan.addDocument(number);
        DocumentSent content = document.content;
        document.sender = sender;
        content.sender = sender;
        content.sentAt = sentAt;
        content.type = types.draw(draws);
        content.urgency = urgencies.draw(draws);
        content.signedAt = signing.draw(draws, sentAt, document.urgency());
        if (draws.chance(mistakes.oldCodePpm())) {
            writeInOldForm(content, sender);
        }
        if (draws.chance(mistakes.unknownReceiverPpm())) {
            content.addReceiverCode(UNKNOWN_CODE);
            plan.observe(Counter.RECEIVER_UNKNOWN);
            plan.mistake(Counter.PLANTED_UNKNOWN_RECEIVER, sentAt);
        }
        return document;
    }

    private void writeInOldForm(DocumentSent content, int sender) {
        if (oldCodes[sender] == null) {
            String written = scenario.agencies().code(sender).oldForm();
            oldCodes[sender] = written == null ? "" : written;
        }
        if (!oldCodes[sender].isEmpty()) {
            content.sender = DocumentSent.ABSENT;
            content.senderCode = oldCodes[sender];
        }
    }
}
