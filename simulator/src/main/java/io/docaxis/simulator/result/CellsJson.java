package io.docaxis.simulator.result;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.tally.CellKey;
import io.docaxis.simulator.report.Wording;
import io.docaxis.simulator.verdict.CellContent;
import io.docaxis.simulator.verdict.CellDifference;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cells that differ, by the names that the screen has, with what either side has in them, in the fields of {@code truth.json}. */
final class CellsJson {

    private CellsJson() {}

    static void write(ArrayNode into, List<CellDifference> cells, AgencyCatalogue agencies) {
        for (CellDifference cell : cells) {
            ObjectNode node = into.addObject();
            node.put("name", CellName.of(cell.key(), agencies));
            node.put("rollup", Wording.label(CellKey.rollup(cell.key())));
            content(node.putObject("expected"), cell.expected());
            content(node.putObject("found"), cell.found());
        }
    }

    private static void content(ObjectNode node, CellContent content) {
        node.put("count", content.count());
        node.put("fingerprint", HexFormat.of().toHexDigits(content.fingerprint()));
        node.put("lateness_seconds", content.latenessS());
        ArrayNode late = node.putArray("late_by_power_of_two_seconds");
        content.late().forEach(late::add);
    }
}
