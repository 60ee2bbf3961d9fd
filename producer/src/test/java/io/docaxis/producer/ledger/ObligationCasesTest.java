package io.docaxis.producer.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.ObligationId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules as typed by hand, through the observer. */
class ObligationCasesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void concludesAsTyped(String name, String row) {
        String[] fields = row.split(",", -1);
        DeliveredThread thread = new DeliveredThread();
        thread.sends(0, fields[3], document -> {
            document.urgency =
                    Urgency.valueOf(fields[1].toUpperCase(Locale.ROOT)).ordinal();
            document.signedAt = fields[2].isEmpty() ? 0 : DeliveredThread.at(fields[2]);
            document.dueOn = fields[4].isEmpty()
                    ? DocumentSent.NO_DATE
                    : (int) LocalDate.parse(fields[4]).toEpochDay();
        });
        int number = 1;
        for (String fact : fields[5].isEmpty() ? new String[0] : fields[5].split(";")) {
            tell(thread, number++, fact.substring(0, fact.indexOf('@')), fact.substring(fact.indexOf('@') + 1));
        }

        Obligation obligation = Obligation.valueOf(fields[6].toUpperCase(Locale.ROOT));
        Outcome outcome = Outcome.valueOf(fields[8].toUpperCase(Locale.ROOT));
        List<ObligationId> found = thread.conclusions(obligation).stream()
                .filter(conclusion -> conclusion.document() == 0)
                .toList();
        if (outcome == Outcome.NONE) {
            assertThat(found).isEmpty();
            return;
        }
        boolean send = obligation == Obligation.SEND;
        assertThat(found)
                .containsExactly(new ObligationId(
                        DeliveredThread.THREAD,
                        0,
                        send ? ObligationId.NO_RECEIVER : DeliveredThread.A,
                        obligation,
                        outcome,
                        send ? DeliveredThread.SENDER : DeliveredThread.A,
                        DeliveredThread.at(fields[7]),
                        fields[9].isEmpty() ? 0 : 60 * Long.parseLong(fields[9])));
    }

    private static void tell(DeliveredThread thread, int number, String what, String at) {
        switch (what) {
            case "reply" -> thread.answers(number, 0, at);
            case "recall" -> thread.sends(number, at, DeliveredThread.successor(BusinessType.RECALL, 0));
            case "update" -> thread.sends(number, at, DeliveredThread.successor(BusinessType.UPDATE, 0));
            case "replace" -> thread.sends(number, at, DeliveredThread.successor(BusinessType.REPLACE, 0));
            case "13" -> thread.asksBack(at);
            case "13x" -> thread.says(13, at, status -> status.reporter = DeliveredThread.C);
            default -> thread.says(Integer.parseInt(what), at);
        }
    }

    static List<String[]> rows() throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String file : List.of("/obligation-cases.csv", "/obligation-cases-more.csv")) {
            try (var in = ObligationCasesTest.class.getResourceAsStream(file);
                    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                try (Stream<String> lines = reader.lines().skip(1)) {
                    lines.forEach(line -> rows.add(new String[] {line.substring(0, line.indexOf(',')), line}));
                }
            }
        }
        assertThat(rows).hasSize(37 + 74);
        return rows;
    }
}
