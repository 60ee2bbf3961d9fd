package io.docaxis.consumer.exchange;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * One thread's correspondence told line by line, in Vietnam's time: each line is a record that one source delivers to one
 * partition, when it occurs unless said otherwise.
 */
final class Scene {

    private static final long THREAD = 77;

    final Partition partition = new Partition();
    final AgencyCatalogue agencies = AgencyCatalogue.of(200, 0);
    private final Source source = new Source(0);
    private long clock = Source.STARTS_AT;
    private long nextEmission;
    private int ordinal;
    private Runnable last = () -> {};

    Scene() {
        this(Rules.DEFAULT);
    }

    Scene(Rules rules) {
        partition.apply(source.started(Source.run(rules, 1, agencies)));
    }

    /** @param run changes the start marker */
    Scene(UnaryOperator<RunStarted.Builder> run) {
        RunStarted.Builder marker = Source.run(Rules.DEFAULT, 1, agencies).toBuilder();
        partition.apply(source.started(run.apply(marker).build()));
    }

    /** A document on its way; {@link Letter#sent} delivers it. */
    final class Letter {
        private final DocumentSent content = new DocumentSent();

        private Letter(int number) {
            content.thread = THREAD;
            content.document = number;
        }

        Letter from(String code) {
            content.sender = agencies.number(code);
            return this;
        }

        Letter fromWritten(String code) {
            content.sender = DocumentSent.ABSENT;
            content.senderCode = code;
            return this;
        }

        Letter to(String... codes) {
            for (String code : codes) {
                content.addReceiver(agencies.number(code));
            }
            return this;
        }

        Letter toWritten(String code) {
            content.addReceiverCode(code);
            return this;
        }

        Letter toNumber(int number) {
            content.addReceiver(number);
            return this;
        }

        Letter urgency(Urgency urgency) {
            content.urgency = urgency.ordinal();
            return this;
        }

        Letter signed(String at) {
            content.signedAt = Source.at(at);
            return this;
        }

        Letter due(String on) {
            content.dueOn = (int) LocalDate.parse(on).toEpochDay();
            return this;
        }

        Letter dueWritten(String text) {
            content.dueOnText = text;
            return this;
        }

        Letter answers(int document) {
            content.answers = document;
            return this;
        }

        Letter business(BusinessType business) {
            content.business = business.ordinal();
            return this;
        }

        Letter concerns(BusinessType business, int document) {
            content.concerns = document;
            return business(business);
        }

        Letter ordinal(int number) {
            ordinal = number;
            return this;
        }

        Scene sent(String at) {
            content.sentAt = Source.at(at);
            content.ordinal = ordinal++;
            return deliver(content.sentAt, () -> partition.apply(source.document(content, clock)));
        }
    }

    Letter letter(int number) {
        return new Letter(number);
    }

    /** From G01 to H53, sent on a Tuesday at nine. */
    Scene plain() {
        return letter(0).from("G01").to("H53").sent("2023-03-07T09:00");
    }

    /** The same, due on Wednesday of the week after. */
    Scene question() {
        return letter(0).from("G01").to("H53").due("2023-03-15").sent("2023-03-07T09:00");
    }

    Scene status(int document, String receiver, int code, String at) {
        return status(document, receiver, null, code, at);
    }

    /** A status reported by another than the receiver. */
    Scene status(int document, String receiver, String reporter, int code, String at) {
        StatusReported status = new StatusReported();
        status.document = document;
        status.receiver = agencies.number(receiver);
        if (reporter != null) {
            status.reporter = agencies.number(reporter);
        }
        status.status = code;
        status.occurredAt = Source.at(at);
        return deliver(status);
    }

    Scene statusWritten(int document, String receiver, int code, String at) {
        StatusReported status = new StatusReported();
        status.document = document;
        status.receiver = DocumentSent.ABSENT;
        status.receiverCode = receiver;
        status.status = code;
        status.occurredAt = Source.at(at);
        return deliver(status);
    }

    private Scene deliver(StatusReported status) {
        status.thread = THREAD;
        status.ordinal = ordinal++;
        return deliver(status.occurredAt, () -> partition.apply(source.status(status, clock)));
    }

    /** The next record is delivered at that time, not when it occurs. */
    Scene deliveredAt(String at) {
        nextEmission = Source.at(at);
        return this;
    }

    /** The next event has that ordinal. */
    Scene ordinalsFrom(int number) {
        ordinal = number;
        return this;
    }

    /** The record delivered last is delivered again: the same event under another sequence. */
    Scene again() {
        clock = Math.max(clock, nextEmission);
        nextEmission = 0;
        last.run();
        return this;
    }

    Scene tick(String at) {
        clock = Source.at(at);
        partition.apply(source.tick(clock));
        return this;
    }

    /** Concludes what is known, as a commit does. */
    Scene commit() {
        partition.exchange.conclude();
        return this;
    }

    /** Everything is applied that the log had then; a live run's clock is the wall clock here. */
    Scene readThrough(String at) {
        partition.exchange.passLive(1_000 * Source.at(at));
        return this;
    }

    /** The run ends at a time that its start marker did not say. */
    Scene end(String at) {
        clock = Math.max(clock, Source.at(at));
        partition.apply(source.ended(clock, Source.at(at)));
        return this;
    }

    Scene end() {
        clock = Math.max(clock, Source.ENDS_AT);
        partition.apply(source.ended(clock));
        return this;
    }

    private Scene deliver(long occurredAt, Runnable delivery) {
        clock = Math.max(clock, nextEmission != 0 ? nextEmission : occurredAt);
        nextEmission = 0;
        last = delivery;
        delivery.run();
        return this;
    }

    long count(Counter counter) {
        return partition.count(counter);
    }

    /** The document's own duty. */
    String send(int document) {
        return outcome(document, ObligationId.NO_RECEIVER, Obligation.SEND);
    }

    String acknowledge(int document, String receiver) {
        return outcome(document, agencies.number(receiver), Obligation.ACKNOWLEDGE);
    }

    String respond(int document, String receiver) {
        return outcome(document, agencies.number(receiver), Obligation.RESPOND);
    }

    String answerRecall(int document, String receiver) {
        return outcome(document, agencies.number(receiver), Obligation.ANSWER_RECALL);
    }

    String outcome(int document, int receiver, Obligation obligation) {
        List<ObligationId> found = partition.obligations().stream()
                .filter(o -> o.document() == document && o.receiver() == receiver && o.obligation() == obligation)
                .toList();
        if (found.isEmpty()) {
            return "none";
        }
        if (found.size() > 1) {
            return "twice: " + found;
        }
        ObligationId one = found.get(0);
        String late = one.outcome() == Outcome.LATE ? " " + one.latenessS() / 60 : "";
        return one.outcome().name().toLowerCase(Locale.ROOT) + late + " by "
                + LocalDateTime.ofEpochSecond(one.deadline(), 0, ZoneOffset.ofHours(7));
    }
}
