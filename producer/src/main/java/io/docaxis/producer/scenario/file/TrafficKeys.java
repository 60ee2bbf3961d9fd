package io.docaxis.producer.scenario.file;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.producer.scenario.Durations;
import io.docaxis.producer.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** Keys that say what is sent, and how much of it. */
final class TrafficKeys {

    private static final long MAX_DISPATCHES = 100_000_000_000L;
    /** A thread has room for 65,536 events, and a dispatch may have some ten. */
    private static final int MAX_RECEIVERS = 3_000;

    /** Each of them may answer by a document, and a thread has room for 1,023. */
    private static final int MAX_ASKED = 300;

    private static final int MAX_GENERATED = AgencyCatalogue.MAX_AGENCIES - AgencyCatalogue.level1Count();

    static final Section AGENCIES = new Section();
    static final Key<Integer> DEPARTMENTS = AGENCIES.optional(
            "departments",
            Scalars.count(0, MAX_GENERATED),
            "0",
            "Departments and districts (level 2) made up below the 88 agencies of level 1.");
    static final Key<Integer> COMMUNES = AGENCIES.optional(
            "communes",
            Scalars.count(0, MAX_GENERATED),
            "0",
            "Communes (level 3) made up below the departments of provinces. About 111,000 agencies of all levels are in the national directory. [S]");

    static final Section VOLUME = new Section();
    static final Key<Long> DOCUMENTS = VOLUME.required(
            "documents",
            Scalars.wholeNumber(1, Scenario.MAX_DOCUMENTS),
            "Distinct documents sent, answers and recalls included. Exact.");
    static final Key<Long> DISPATCHES = VOLUME.optional(
            "dispatches",
            Scalars.wholeNumber(0, MAX_DISPATCHES),
            "0",
            "Documents received: one for each document and receiver. Exact; 0: as many as the fan-out makes.");

    static final Key<SortedMap<Integer, Integer>> FAN_OUT = Key.of(
            "fan-out",
            receivers(MAX_RECEIVERS),
            "{1: 640, 2: 130, 3: 70, 4: 40, 5: 35, 8: 30, 12: 25, 20: 15, 63: 12, 87: 9}",
            "How many receivers a plain document has. 3.593 received per sent in July 2022 [S]; how it spreads: [A].");
    static final Key<SortedMap<DocumentType, Integer>> TYPES = Key.of(
            "types",
            new Weights<>("document types", Scalars.oneOf(List.of(DocumentType.values()), DocumentType::name)),
            "{CV: 620, QĐ: 90, BC: 70, TB: 55, GM: 50, KH: 35, TTr: 30, CĐ: 10, HD: 10, NQ: 8, CT: 6, BB: 6, CTr: 5, PA: 5}",
            "Document types by the abbreviations of NĐ30 [S]; công văn, which has none, is CV. Weights: [A].");
    static final Key<SortedMap<Urgency, Integer>> URGENCY = Key.of(
            "urgency",
            new Weights<>("urgency marks", Scalars.oneOf(List.of(Urgency.values()), TrafficKeys::kebab)),
            "{normal: 930, urgent: 50, very-urgent: 12, express: 8}",
            "Marks of the law: thường, khẩn, thượng khẩn, hỏa tốc [S]. Weights: [A].");

    static final Section SIGNING = new Section();
    static final Key<Integer> SEND_LATE =
            SIGNING.optional("late", Scalars.share(), "0.02", "Share sent after the deadline of *send*. [A]");
    static final Key<Durations> SEND_LATE_BY = SIGNING.optional(
            "late-by",
            Quantiles.of("1s", "60d"),
            "[5m, 1h, 3h, 1d, 4d]",
            "By how much, as quantiles from least to most. [A]");
    static final Key<Integer> NOT_SIGNED = SIGNING.optional(
            "not-signed", Scalars.share(), "0.003", "Share without a signing time: no duty to send. [A]");
    static final Key<Integer> SIGNED_AFTER_SENT = SIGNING.optional(
            "signed-after-sent",
            Scalars.share(),
            "0.002",
            "Share signed after it was sent (clocks disagree): no duty to send. [A]");

    static final Section THREADS = new Section();
    static final Key<Integer> QUESTION = THREADS.optional(
            "question",
            Scalars.share(),
            "0.04",
            "Share of threads that ask: a document with a due date, answered by documents. [A]");
    static final Key<Integer> ANSWERED = THREADS.optional(
            "answered",
            Scalars.share(),
            "0.6",
            "Of a question's dispatches, the share answered by a document; the others: as `behaviour` says. [A]");
    static final Key<Integer> RECALL_DOCUMENT = THREADS.optional(
            "recall-document",
            Scalars.share(),
            "0.005",
            "Share of threads with a document, then a recall document to the same receivers. [A]");
    static final Key<Integer> UPDATE = THREADS.optional(
            "update",
            Scalars.share(),
            "0.008",
            "Share of threads with a document, then an update to the same receivers. [A]");
    static final Key<Integer> REPLACE = THREADS.optional(
            "replace",
            Scalars.share(),
            "0.005",
            "Share of threads with a document with a due date, then a replacement with a later one. [A]");
    static final Key<SortedMap<Integer, Integer>> QUESTION_FAN_OUT = THREADS.optional(
            "question-fan-out",
            receivers(MAX_ASKED),
            "{1: 60, 2: 15, 3: 10, 5: 10, 22: 5}",
            "How many receivers a question has. [A]");
    static final Key<Integer> RECALL_REQUEST = THREADS.optional(
            "recall-request",
            Scalars.share(),
            "0.005",
            "Share of dispatches of plain documents and questions asked back by status 13: 0.5 % in one agency's database. [S]");
    static final Key<Integer> LAST_DAY_RECALL = THREADS.optional(
            "last-day-recall",
            Scalars.share(),
            "0",
            "Of documents of the last ten days, the share whose dispatches are asked back by 13 on the last working day. [A]");

    static final Section DUE_DATES = new Section();
    static final Key<Integer> DUE_PLAIN = DUE_DATES.optional(
            "plain",
            Scalars.share(),
            "0.03",
            "Share of plain documents that carry a due date: often empty [S], number: [A]. A question always does.");
    static final Key<SortedMap<Integer, Integer>> DUE_WORKING_DAYS = DUE_DATES.optional(
            "working-days",
            new Weights<>("working days", Scalars.count(1, 250)),
            "{2: 10, 3: 15, 5: 30, 7: 15, 10: 20, 15: 7, 20: 3}",
            "How many working days after sending the due date lies. [A]");
    static final Key<Integer> DUE_PAST = DUE_DATES.optional(
            "past",
            Scalars.share(),
            "0.005",
            "Of the due dates, the share that lies before sending: no duty to respond. [A]");

    private TrafficKeys() {}

    /** An enum constant as a key or a value of a scenario file. */
    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Weights<Integer> receivers(int most) {
        return new Weights<>("numbers of receivers", Scalars.count(1, most));
    }
}
