package io.docaxis.monitor.inquiry;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Agencies with what became of their obligations, as JSON. */
final class AgenciesJson {

    private AgenciesJson() {}

    /** @param rows numbers of all that were found, in order */
    static ObjectNode of(AgencyTable table, List<Integer> rows, boolean allLevels, ListPage page) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        OptionalLong takenAtMs = table.tally().takenAtMs();
        root.put("taken_at", takenAtMs.isPresent() ? RunTime.wall(takenAtMs.getAsLong()) : null);
        root.put("level", allLevels ? "all" : "1");
        root.put("total", rows.size());
        root.put("offset", page.offset());
        var agencies = root.putArray("agencies");
        rows.stream()
                .skip(page.offset())
                .limit(page.limit())
                .forEach(number -> put(agencies.addObject(), table, number, allLevels));
        return root;
    }

    private static void put(ObjectNode node, AgencyTable table, int number, boolean allLevels) {
        AgencyCatalogue agencies = table.index().agencies();
        int above = agencies.parent(number);
        node.put("code", table.index().code(number));
        node.put("name", agencies.name(number));
        node.put("name_vi", agencies.nameVi(number));
        node.put("tier", AgencyQuestion.label(agencies.tier(number)));
        node.put("above", above == number ? null : table.index().code(above));
        ObjectNode duties = node.putObject("duties");
        for (Obligation obligation : Obligation.values()) {
            ObjectNode of = duties.putObject(DutyName.label(obligation));
            for (Outcome outcome :
                    List.of(Outcome.ON_TIME, Outcome.LATE, Outcome.OVERDUE, Outcome.OPEN, Outcome.VOIDED)) {
                of.put(outcome.name().toLowerCase(Locale.ROOT), table.count(number, allLevels, obligation, outcome));
            }
        }
    }
}
