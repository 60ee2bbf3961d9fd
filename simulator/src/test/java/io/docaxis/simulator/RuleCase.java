package io.docaxis.simulator;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.obligation.Urgency;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule by example, typed by hand: what is delivered of one thread, and what is to be concluded of it. {@code rule-cases.txt}
 * describes how it is written.
 */
final class RuleCase {

    /** Level 1 and some departments. */
    static final AgencyCatalogue AGENCIES = AgencyCatalogue.level1();

    private static final long THREAD = 7;

    final String name;
    final List<String> settings = new ArrayList<>();
    final List<Mail> deliveries = new ArrayList<>();
    /** By name; what is not named was not counted. */
    final SortedMap<String, Long> counters = new TreeMap<>();
    /** By obligation, document and receiver. */
    final SortedMap<String, String> obligations = new TreeMap<>();

    private int nextOrdinal;

    private RuleCase(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Reads every case of a table. */
    static List<RuleCase> parse(List<String> lines) {
        List<RuleCase> cases = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("= ")) {
                cases.add(new RuleCase(line.substring(2).trim()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                cases.get(cases.size() - 1).take(line.trim());
            }
        }
        return cases;
    }

    private void take(String line) {
        String[] words = line.split("[ ,]+");
        if (line.startsWith("with ")) {
            settings.add(line.substring("with ".length()));
        } else if (words[0].equals("counts")) {
            for (int i = 1; i < words.length; i += 2) {
                counters.put(words[i], Long.parseLong(words[i + 1]));
            }
        } else if (words[0].equals("ends")) {
            obligations.put(words[1] + " " + words[2] + " " + words[3], line.split("as ")[1]);
        } else {
            deliver(words);
        }
    }

    private void deliver(String[] words) {
        long emittedAt = at(words[0]);
        long occurredAt = words[1].equals("says") ? at(words[2]) : emittedAt;
        int verb = words[1].equals("says") ? 3 : 1;
        switch (words[verb]) {
            case "again" ->
                deliveries.add(deliveries.get(Integer.parseInt(words[verb + 1])).copyAt(emittedAt));
            case "document" -> deliveries.add(new Mail(emittedAt, document(words, verb + 1, occurredAt)));
            case "status" -> deliveries.add(new Mail(emittedAt, status(words, verb + 1, occurredAt)));
            default -> throw new IllegalArgumentException(name + ": " + String.join(" ", words));
        }
    }

    private DocumentSent document(String[] words, int from, long sentAt) {
        DocumentSent document = new DocumentSent();
        document.thread = THREAD;
        document.ordinal = nextOrdinal++;
        document.document = Integer.parseInt(words[from]);
        document.sentAt = sentAt;
        document.signedAt = sentAt;
        for (int i = from + 1; i < words.length; i += 2) {
            say(document, words[i], words[i + 1]);
        }
        return document;
    }

    private static void say(DocumentSent document, String what, String value) {
        switch (what) {
            case "from" -> {
                document.sender = AGENCIES.number(value);
                document.senderCode = document.sender < 0 ? value : null;
            }
            case "to" -> {
                for (String receiver : value.split("\\+")) {
                    int number = AGENCIES.number(receiver);
                    if (number < 0) {
                        document.addReceiverCode(receiver);
                    } else {
                        document.addReceiver(number);
                    }
                }
            }
            case "signed" -> document.signedAt = value.equals("never") ? 0 : at(value);
            case "due" -> document.dueOn = (int) LocalDate.parse(value).toEpochDay();
            case "due-text" -> document.dueOnText = value;
            case "marked" -> document.urgency = Urgency.valueOf(value).ordinal();
            case "answers" -> document.answers = Integer.parseInt(value);
            case "recalls", "updates", "replaces" -> {
                document.business = BusinessType.valueOf(
                                what.substring(0, what.length() - 1).toUpperCase(Locale.ROOT))
                        .ordinal();
                document.concerns = Integer.parseInt(value);
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    private StatusReported status(String[] words, int from, long occurredAt) {
        StatusReported status = new StatusReported();
        status.thread = THREAD;
        status.ordinal = nextOrdinal++;
        status.status = Integer.parseInt(words[from]);
        status.occurredAt = occurredAt;
        for (int i = from + 1; i < words.length; i += 2) {
            switch (words[i]) {
                case "of" -> status.document = Integer.parseInt(words[i + 1]);
                case "at" -> {
                    status.receiver = AGENCIES.number(words[i + 1]);
                    status.receiverCode = status.receiver < 0 ? words[i + 1] : null;
                }
                case "by" -> status.reporter = AGENCIES.number(words[i + 1]);
                default -> throw new IllegalArgumentException(words[i]);
            }
        }
        return status;
    }

    private static long at(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7));
    }
}
