package io.docaxis.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.TraceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the event contract lists, for readers in other languages, is what the code has. */
class EventContractTest {

    private static final int WIDTH = 16;

    private final String page = page();

    @Test
    void exampleIsWhatTheWriterMakes() {
        byte[] value = new EventWriter().write(envelope(), document());

        assertThat(marked("example")).isEqualTo(lines(value));
        assertThat(page).contains("One value of `<prefix>.events`, " + value.length + " bytes");
        assertThat(page).contains("Its key is `" + HexFormat.of().formatHex(ThreadKey.bytes(7)) + "`");
    }

    @Test
    void conclusionsFromTheExampleAreThoseOfATally() {
        AgencyCatalogue agencies = AgencyCatalogue.level1();
        DocumentSent document = document();
        long sentOn = Math.floorDiv(document.sentAt + WorkingCalendar.VIETNAM_OFFSET_S, 86_400);
        Tally tally = new Tally();
        Conclusion about = new Conclusion()
                .about(document.thread, document.document, document.sender, document.type, document.urgency);
        tally.document(agencies, about, sentOn, document.sentAt);
        tally.dispatch(agencies, document.thread, document.document, 77, sentOn);
        tally.count(Counter.DUPLICATE, 1, TraceId.event(document.thread, document.ordinal));
        about.obligation(Obligation.RESPOND, 77, sentOn).outcome(Outcome.LATE, 1_678_788_000, 3600);
        tally.conclude(1, agencies, about);
        String cells = tally.sorted().stream()
                .filter(cell -> CellKey.rollup(cell.key()) != Rollup.KIND && CellKey.rollup(cell.key()) != Rollup.DAY)
                .map(EventContractTest::words)
                .collect(Collectors.joining("\n"));
        long proof = tally.sorted().get(0).key();
        RecordNumber number = new RecordNumber(envelope().run, 1, 42);

        assertThat(marked("conclusions"))
                .isEqualTo(cells + "\nTallyKey of the first: "
                        + HexFormat.of().formatHex(TallyCodec.cellKey(envelope().run, 3, proof))
                        + "\ndocaxis-sequence:       "
                        + HexFormat.of().formatHex(number.toBytes()));
    }

    private static String words(Cell cell) {
        return String.format(
                Locale.ROOT,
                "%-10s cell %016x, fingerprint %016x",
                CellKey.rollup(cell.key()),
                cell.key(),
                cell.fingerprint());
    }

    private static Envelope envelope() {
        Envelope envelope = new Envelope();
        envelope.run = 0x0123456789abcdefL;
        envelope.source = 1;
        envelope.sequence = 42;
        envelope.emittedAt = 1_678_092_000;
        envelope.intendedAtMs = 1_795_867_200_123L;
        envelope.intendedAtUs = 456;
        return envelope;
    }

    private static DocumentSent document() {
        DocumentSent document = new DocumentSent();
        document.thread = 7;
        document.sender = 52;
        document.addReceiver(0);
        document.addReceiver(77);
        document.type = DocumentType.CV.ordinal();
        document.urgency = 1;
        document.signedAt = 1_678_087_800;
        document.sentAt = 1_678_092_000;
        document.dueOn = 19_430;
        return document;
    }

    @Test
    void agenciesOfLevel1StandInTheirOrder() {
        AgencyCatalogue agencies = AgencyCatalogue.level1();
        String codes = IntStream.range(0, agencies.size())
                .mapToObj(number -> agencies.code(number).value())
                .collect(Collectors.joining(" "));

        assertThat(marked("agencies").replace('\n', ' ')).isEqualTo(codes);
        assertThat(page)
                .contains("0 to " + (first(agencies, Tier.CENTRAL_AGENCY) - 1) + " are ministries")
                .contains(first(agencies, Tier.CENTRAL_AGENCY) + " to " + (first(agencies, Tier.PROVINCE) - 1)
                        + " central agencies")
                .contains(first(agencies, Tier.PROVINCE) + " to " + (agencies.size() - 1) + " provinces");
    }

    private static int first(AgencyCatalogue agencies, Tier tier) {
        return IntStream.range(0, agencies.size())
                .filter(number -> agencies.tier(number) == tier)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countersStandByTheirNumbers() {
        String counters = Arrays.stream(Counter.values())
                .map(counter -> counter.ordinal() + " " + counter.label() + (counter.isTrace() ? "*" : ""))
                .collect(Collectors.joining(", "));

        assertThat(marked("counters").replace('\n', ' ')).isEqualTo(counters);
    }

    @Test
    void rollupsStandByTheirNumbers() {
        List<String> listed = Pattern.compile("\\| (\\d `[A-Z]+`) \\|")
                .matcher(between("rollups"))
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();

        assertThat(listed)
                .isEqualTo(Arrays.stream(Rollup.values())
                        .map(rollup -> rollup.ordinal() + " `" + rollup.name() + "`")
                        .toList());
    }

    @Test
    void documentTypesStandInTheirOrder() {
        assertThat(page)
                .contains("| "
                        + Arrays.stream(DocumentType.values()).map(Enum::name).collect(Collectors.joining(", "))
                        + " |");
    }

    private static String lines(byte[] value) {
        HexFormat spaced = HexFormat.ofDelimiter(" ");
        return IntStream.iterate(0, from -> from < value.length, from -> from + WIDTH)
                .mapToObj(from -> spaced.formatHex(value, from, Math.min(value.length, from + WIDTH)))
                .collect(Collectors.joining("\n"));
    }

    /** What stands in the block of code between two marks. */
    private String marked(String name) {
        String block = between(name);
        return block.substring(block.indexOf("```\n") + 4, block.lastIndexOf("\n```"));
    }

    private String between(String name) {
        String begin = "<!-- " + name + ": held equal to the code by EventContractTest -->";
        int from = page.indexOf(begin);
        assertThat(from).as(begin).isNotNegative();
        return page.substring(from + begin.length(), page.indexOf("<!-- end of " + name + " -->"));
    }

    private static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "event-contract.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
