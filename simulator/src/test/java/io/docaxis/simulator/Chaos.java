package io.docaxis.simulator;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Status;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.producer.plan.PlannedEvent;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A channel without restraint: what it delivers of a planned thread need not make sense any more, but every record is sound.
 * A function of (world, thread).
 */
final class Chaos {

    private static final int DAY_S = 86_400;
    private static final int[] CODES = {1, 2, 3, 4, 5, 6, 13, 15, 16};
    /** How likely an event is changed, by thread, percent. */
    private static final int[] HAVOC = {0, 3, 10, 30, 60};

    private final World world;
    private final AgencyCatalogue agencies;
    private final Deadlines deadlines;
    private final long lastAt;
    /** How far ahead of its delivery an event may claim to have occurred. */
    private final long aheadS;

    private SplittableRandom random;
    private Moments moments;
    private List<Mail> thread;
    private int nextOrdinal;

    Chaos(World world, long aheadS) {
        this.world = world;
        this.aheadS = aheadS;
        agencies = world.scenario().agencies();
        deadlines = new Deadlines(world.scenario().rules(), world.scenario().calendar());
        lastAt = world.endsAt() + 20L * DAY_S;
    }

    long lastAt() {
        return lastAt;
    }

    /** The deliveries of a thread, in order. */
    List<Mail> deliver(ThreadPlan plan) {
        random = new SplittableRandom(world.seed(plan.thread(), 77));
        moments = new Moments(deadlines, world.startsAt(), world.endsAt(), lastAt, random);
        thread = undisturbed(plan);
        nextOrdinal = plan.events();
        int havoc = HAVOC[random.nextInt(HAVOC.length)];
        if (random.nextInt(100) < havoc) {
            skewOneClock();
        }
        List<Mail> changed = new ArrayList<>();
        for (Mail mail : thread) {
            if (random.nextInt(100) < havoc) {
                change(mail, changed);
            } else {
                changed.add(mail);
            }
        }
        while (random.nextInt(100) < havoc) {
            changed.add(random.nextInt(3) == 0 ? madeUpDocument() : madeUpStatus());
        }
        for (Mail mail : changed) {
            settle(mail);
        }
        changed.sort(Mail.ORDER);
        return changed;
    }

    /** What happens in a thread, each event once and when it occurs. */
    static List<Mail> undisturbed(ThreadPlan plan) {
        List<Mail> mails = new ArrayList<>();
        StatusReported status = new StatusReported();
        for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
            PlannedEvent event = plan.event(ordinal);
            if (event.isDocument()) {
                mails.add(new Mail(
                        event.occurredAt(), plan.numbered(event.document()).content()));
            } else {
                plan.fill(ordinal, status);
                mails.add(new Mail(event.occurredAt(), status));
            }
        }
        return mails;
    }

    /** All that one agency says is said by a wrong clock. */
    private void skewOneClock() {
        int agency = agency();
        long by = random.nextBoolean() ? moments.span() : -moments.span();
        for (Mail mail : thread) {
            int clock = mail.isDocument() ? mail.document.sender : mail.status.receiver;
            if (clock == agency) {
                mail.occurAt(mail.occurredAt() + by);
            }
        }
    }

    private void change(Mail mail, List<Mail> to) {
        Mail other = any();
        switch (random.nextInt(12)) {
            case 0 -> {
                return; // dropped
            }
            case 1 -> to.add(mail.copyAt(mail.emittedAt + moments.span()));
            case 2 -> {
                for (int copies = random.nextInt(4); copies >= 0; copies--) {
                    to.add(mail.copyAt(moments.about(thread)));
                }
            }
            case 3 -> mail.emittedAt += moments.span();
            case 4 -> mail.emittedAt = moments.about(thread);
            case 5 -> mail.occurAt(mail.occurredAt() + (random.nextBoolean() ? moments.span() : -moments.span()));
            case 6 -> mail.occurAt(random.nextBoolean() ? moments.about(thread) : other.occurredAt());
            case 7 -> {
                long later = moments.span();
                mail.emittedAt += later;
                mail.occurAt(mail.occurredAt() + later);
            }
            case 8 -> {
                long at = moments.about(thread);
                mail.emittedAt = at;
                mail.occurAt(at);
            }
            case 9 -> {
                long at = mail.emittedAt;
                mail.emittedAt = other.emittedAt;
                other.emittedAt = at;
            }
            default -> {
                for (int changes = random.nextInt(3); changes >= 0; changes--) {
                    if (mail.isDocument()) {
                        change(mail.document);
                    } else {
                        change(mail.status);
                    }
                }
            }
        }
        to.add(mail);
    }

    private void change(DocumentSent document) {
        switch (random.nextInt(14)) {
            case 0 -> {
                document.sender = DocumentSent.ABSENT;
                document.senderCode = code();
            }
            case 1 -> document.sender = agency();
            case 2 -> document.addReceiver(agency());
            case 3 -> document.addReceiverCode(code());
            case 4 -> document.receiverCount = random.nextInt(document.receiverCount + 1);
            case 5 ->
                document.signedAt = random.nextInt(3) == 0
                        ? 0
                        : Math.max(
                                0,
                                document.sentAt + random.nextInt(-1, 2) - (random.nextBoolean() ? moments.span() : 0));
            case 6 -> document.signedAt = Math.max(0, moments.about(thread));
            case 7 -> document.dueOn = (int) deadlines.calendar().dayOf(moments.about(thread)) + random.nextInt(-3, 12);
            case 8 -> {
                document.dueOn = random.nextBoolean() ? DocumentSent.NO_DATE : random.nextInt(-1, 40_000);
                document.dueOnText = document.dueOn == DocumentSent.NO_DATE ? "30/02" : null;
            }
            case 9 -> document.urgency = random.nextInt(4);
            case 10 -> {
                document.business = random.nextInt(4);
                if (random.nextInt(4) > 0) {
                    document.concerns = document.business == 0 ? DocumentSent.ABSENT : other(document.document);
                }
            }
            case 11 -> document.answers = random.nextBoolean() ? other(document.document) : DocumentSent.ABSENT;
            case 12 -> document.concerns = other(document.document);
            default -> document.document = random.nextInt(6);
        }
    }

    private void change(StatusReported status) {
        switch (random.nextInt(8)) {
            case 0 -> status.status = random.nextInt(18);
            case 1 -> status.status = CODES[random.nextInt(CODES.length)];
            case 2 -> status.receiver = agency();
            case 3 -> {
                status.receiver = DocumentSent.ABSENT;
                status.receiverCode = code();
            }
            case 4 -> status.reporter = random.nextInt(3) == 0 ? DocumentSent.ABSENT : agency();
            case 5 -> status.document = random.nextInt(6);
            case 6 -> status.occurredAt = Math.max(0, any().occurredAt());
            default -> {
                status.status = Status.RECALL_REQUESTED;
                status.reporter = agency();
            }
        }
    }

    private Mail madeUpStatus() {
        StatusReported status = new StatusReported();
        DocumentSent about = anyDocument();
        status.thread = about.thread;
        status.document = random.nextInt(12) == 0 ? random.nextInt(6) : about.document;
        status.receiver = about.receiverCount == 0 || random.nextInt(8) == 0
                ? agency()
                : about.receivers[random.nextInt(about.receiverCount)];
        status.status = CODES[random.nextInt(CODES.length)];
        if (status.status == Status.RECALL_REQUESTED && random.nextInt(5) > 0) {
            status.reporter = Math.max(DocumentSent.ABSENT, about.sender);
        }
        status.occurredAt = Math.max(0, moments.about(thread));
        status.ordinal = random.nextInt(20) == 0 ? random.nextInt(nextOrdinal) : nextOrdinal++;
        return new Mail(status.occurredAt + delay(), status);
    }

    private Mail madeUpDocument() {
        Mail mail = new Mail(0, anyDocument());
        DocumentSent document = mail.document;
        DocumentSent old = anyDocument();
        document.ordinal = nextOrdinal++;
        document.document = random.nextInt(8) == 0 ? random.nextInt(6) : 6 + random.nextInt(40);
        document.answers = DocumentSent.ABSENT;
        document.concerns = DocumentSent.ABSENT;
        document.business = BusinessType.NEW.ordinal();
        document.sentAt = Math.max(0, moments.about(thread));
        mail.emittedAt = document.sentAt + delay();
        if (random.nextBoolean()) {
            document.answers = old.document;
            document.senderCode = null;
            document.sender = old.receiverCount == 0 ? agency() : old.receivers[random.nextInt(old.receiverCount)];
            document.addReceiver(Math.max(0, old.sender));
        } else {
            document.business = random.nextInt(4);
            document.concerns = document.business == 0 ? DocumentSent.ABSENT : old.document;
            document.sender = old.sender;
            document.senderCode = old.senderCode;
        }
        return mail;
    }

    private long delay() {
        return random.nextInt(3) == 0 ? moments.span() : 0;
    }

    /** Makes it sound: nothing is emitted before the run, after its drain, or further behind the claim than allowed. */
    private void settle(Mail mail) {
        mail.emittedAt = moments.emittable(mail.emittedAt);
        if (mail.occurredAt() - mail.emittedAt > aheadS) {
            mail.occurAt(mail.emittedAt + aheadS);
        }
    }

    private Mail any() {
        return thread.get(random.nextInt(thread.size()));
    }

    private DocumentSent anyDocument() {
        List<Mail> documents = thread.stream().filter(Mail::isDocument).toList();
        return documents.get(random.nextInt(documents.size())).document;
    }

    /** A document number of the thread, or near. */
    private int other(int than) {
        int number = random.nextBoolean() ? anyDocument().document : random.nextInt(6);
        return number == than && random.nextInt(10) > 0 ? than + 1 : number;
    }

    /** An agency that takes part in the thread, any other, or none. */
    private int agency() {
        DocumentSent document = anyDocument();
        int choice = random.nextInt(10);
        if (choice < 4 && document.receiverCount > 0) {
            return document.receivers[random.nextInt(document.receiverCount)];
        }
        if (choice < 7 && document.sender >= 0) {
            return document.sender;
        }
        return choice == 7 ? agencies.size() + random.nextInt(3) : random.nextInt(agencies.size());
    }

    private String code() {
        int number = agency();
        if (number >= agencies.size()) {
            return random.nextBoolean() ? "G99" : "nobody";
        }
        return random.nextBoolean()
                ? agencies.code(number).value()
                : String.valueOf(agencies.code(number).oldForm());
    }
}
