package io.docaxis.consumer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.ObligationId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of the tables typed by hand, through the consumer as real records. Beside status codes a fact may be
 * {@code reply}, {@code recall}, {@code replace} or {@code update} (documents), or {@code 13x} (13 by the receiver itself).
 */
class ObligationCasesTest {

    private static final String SENDER = "G01";
    private static final String RECEIVER = "H53";
    private static final long HORIZON_S = 7 * 86_400;

    record Case(
            String name,
            String urgency,
            String signedAt,
            String sentAt,
            String dueOn,
            List<String> facts,
            Obligation obligation,
            String expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String table : List.of("/obligation-cases.csv", "/obligation-cases-more.csv")) {
            try (var in = ObligationCasesTest.class.getResourceAsStream(table);
                    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                reader.lines().skip(1).map(ObligationCasesTest::parse).forEach(cases::add);
            }
        }
        return cases;
    }

    private static Case parse(String line) {
        String[] f = line.split(",", -1);
        String late = f[8].equals("late") ? " " + f[9] : "";
        String expected = f[8].equals("none") ? "none" : f[8] + late + " by " + f[7];
        List<String> facts = f[5].isEmpty() ? List.of() : List.of(f[5].split(";"));
        return new Case(
                f[0], f[1], f[2], f[3], f[4], facts, Obligation.valueOf(f[6].toUpperCase(Locale.ROOT)), expected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void concludesAsTyped(Case c) {
        Scene scene = new Scene();
        letter(scene, c);
        for (int i = 0; i < c.facts().size(); i++) {
            fact(scene, c.facts().get(i), i);
        }
        scene.end();
        assertThat(outcome(scene, c)).isEqualTo(c.expected());
    }

    @ParameterizedTest
    @MethodSource("casesWithinAHorizon")
    void concludesTheSameWhenFactsArriveBackwardsAndTwice(Case c) {
        Scene scene = new Scene();
        letter(scene, c).again();
        for (int i = c.facts().size() - 1; i >= 0; i--) {
            fact(scene, c.facts().get(i), i).again();
        }
        scene.end();
        assertThat(outcome(scene, c)).isEqualTo(c.expected());
    }

    @ParameterizedTest
    @MethodSource("casesWithinAHorizon")
    void concludesTheSameWhenTheDocumentArrivesLast(Case c) {
        Scene scene = new Scene();
        for (int i = 0; i < c.facts().size(); i++) {
            fact(scene, c.facts().get(i), i);
        }
        letter(scene, c);
        scene.end();
        assertThat(outcome(scene, c)).isEqualTo(c.expected());
    }

    /** Others cannot be turned round: beyond a horizon a record is too late. */
    static List<Case> casesWithinAHorizon() throws IOException {
        List<Case> cases = cases().stream()
                .filter(c -> c.facts().stream()
                        .allMatch(f -> latest(c) - Source.at(time(f)) <= HORIZON_S
                                && latest(c) - Source.at(c.sentAt()) <= HORIZON_S))
                .toList();
        System.out.println(cases.size() + " of " + cases().size() + " cases lie within a horizon");
        return cases;
    }

    private static long latest(Case c) {
        return c.facts().stream().mapToLong(f -> Source.at(time(f))).max().orElse(0);
    }

    private static String time(String fact) {
        return fact.substring(fact.indexOf('@') + 1);
    }

    private static Scene letter(Scene scene, Case c) {
        Scene.Letter letter = scene.letter(0)
                .from(SENDER)
                .to(RECEIVER)
                .urgency(Urgency.valueOf(c.urgency().toUpperCase(Locale.ROOT)))
                .ordinal(0);
        if (!c.signedAt().isEmpty()) {
            letter.signed(c.signedAt());
        }
        if (!c.dueOn().isEmpty()) {
            letter.due(c.dueOn());
        }
        return letter.sent(c.sentAt());
    }

    /** Facts have ordinals, and documents numbers, in the order in which the table writes them. */
    private static Scene fact(Scene scene, String fact, int index) {
        String what = fact.substring(0, fact.indexOf('@'));
        String at = time(fact);
        Scene.Letter letter = scene.letter(1 + index).ordinal(1 + index);
        return switch (what) {
            case "reply" -> letter.from(RECEIVER).to(SENDER).answers(0).sent(at);
            case "recall" ->
                letter.from(SENDER)
                        .to(RECEIVER)
                        .concerns(BusinessType.RECALL, 0)
                        .sent(at);
            case "replace" ->
                letter.from(SENDER)
                        .to(RECEIVER)
                        .concerns(BusinessType.REPLACE, 0)
                        .sent(at);
            case "update" ->
                letter.from(SENDER)
                        .to(RECEIVER)
                        .concerns(BusinessType.UPDATE, 0)
                        .sent(at);
            case "13" -> scene.status(0, RECEIVER, SENDER, 13, at);
            case "13x" -> scene.status(0, RECEIVER, 13, at);
            default -> scene.status(0, RECEIVER, Integer.parseInt(what), at);
        };
    }

    private static String outcome(Scene scene, Case c) {
        int receiver = c.obligation() == Obligation.SEND ? ObligationId.NO_RECEIVER : scene.agencies.number(RECEIVER);
        return scene.outcome(0, receiver, c.obligation());
    }
}
