package io.docaxis.simulator.result;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.simulator.report.Wording;
import io.docaxis.simulator.verdict.Statement;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tally as text that depends on scenario and seed alone: cells in the order of their keys, one a line, without anything of
 * how the run was delivered. Truth and tally are written alike, so that tools can compare them.
 */
final class TallyJson {

    private static final int LAST_BUCKET = Cell.bucket(Long.MAX_VALUE);

    private final JsonMapper mapper = JsonMapper.shared();
    private final AgencyCatalogue agencies;

    private TallyJson(AgencyCatalogue agencies) {
        this.agencies = agencies;
    }

    /** What producers know; without cells until all of them have written down all of it. */
    static String truth(RunReport report) {
        return of(report, report.ledger(), report.isLedgerFinal());
    }

    /** What was concluded; without cells until every partition has published. */
    static String tally(RunReport report) {
        return of(report, report.tally(), report.isConsumed());
    }

    private static String of(RunReport report, Statement side, boolean known) {
        TallyJson json = new TallyJson(report.agencies());
        ObjectNode run = json.mapper.createObjectNode();
        if (report.isNamed()) {
            PartHeader about = report.about();
            run.put("scenario", about.getScenario());
            run.put("seed", about.getSeed());
            run.put("starts_at", about.getStartsAt());
            run.put("ends_at", about.getEndsAt());
        }
        if (!known) {
            return "{\"run\": " + (report.isNamed() ? run : null) + ",\n\"cells\": null}\n";
        }
        List<Cell> cells = side.tally().sorted();
        return "{\"run\": " + run + ",\n\"cells\": [\n"
                + cells.stream()
                        .filter(cell -> CellKey.isCompared(cell.key()))
                        .map(json::cell)
                        .map(ObjectNode::toString)
                        .collect(Collectors.joining(",\n"))
                + "\n]}\n";
    }

    private ObjectNode cell(Cell cell) {
        long key = cell.key();
        ObjectNode node = mapper.createObjectNode();
        Rollup rollup = CellKey.rollup(key);
        node.put("rollup", Wording.label(rollup));
        coordinates(node, rollup, key);
        node.put("count", cell.count());
        if (rollup != Rollup.COUNTERS || Counter.of(CellKey.x(key)).isTrace()) {
            node.put("fingerprint", HexFormat.of().toHexDigits(cell.fingerprint()));
        }
        if (cell.latenessS() != 0) {
            node.put("lateness_seconds", cell.latenessS());
            histogram(node.putArray("late_by_power_of_two_seconds"), cell);
        }
        return node;
    }

    private void coordinates(ObjectNode node, Rollup rollup, long key) {
        int x = CellKey.x(key);
        int y = CellKey.y(key);
        switch (rollup) {
            case PROOF, AGENCY, KIND, DAY, DUE -> {
                node.put("obligation", Wording.label(CellKey.obligation(key)));
                node.put("outcome", Wording.label(CellKey.outcome(key)));
            }
            default -> {
                // no obligation in these
            }
        }
        switch (rollup) {
            case PROOF -> node.put("agency", agency(x)).put("month", Wording.month(y));
            case AGENCY -> node.put("agency", agency(x));
            case KIND -> node.put("type", DocumentType.of(x).name()).put("urgency", Wording.label(Urgency.of(y)));
            case DAY -> node.put("day", LocalDate.ofEpochDay(x).toString());
            case DOCUMENTS, DISPATCHES ->
                node.put("agency", agency(x))
                        .put("month", Wording.month(y >>> 3))
                        .put("tier", Wording.label(Tier.of(y & 7)));
            case COUNTERS -> node.put("counter", Counter.of(x).label());
            case DUE -> node.put("agency", agency(x)).put("hour", Wording.hour(y));
            case REPORTS ->
                node.put("kind", Wording.label(CellKey.reportKind(key)))
                        .put("day", LocalDate.ofEpochDay(y).toString());
        }
    }

    private static void histogram(ArrayNode into, Cell cell) {
        int last = LAST_BUCKET;
        while (last > 0 && cell.inBucket(last) == 0) {
            last--;
        }
        for (int bucket = 0; bucket <= last; bucket++) {
            into.add(cell.inBucket(bucket));
        }
    }

    private String agency(int number) {
        return Wording.agency(agencies, number);
    }
}
