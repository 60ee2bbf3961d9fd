package io.docaxis.monitor.page;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.monitor.inquiry.RunTime;
import io.docaxis.monitor.json.Fields;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The section about agencies of level 1, each with all below it, in the order of the catalogue; short, for it goes out each second. */
final class AgenciesSection {

    private static final List<Outcome> OUTCOMES =
            List.of(Outcome.ON_TIME, Outcome.LATE, Outcome.OVERDUE, Outcome.OPEN, Outcome.VOIDED);
    private static final AgencyCatalogue LEVEL_1 = AgencyCatalogue.level1();

    private AgenciesSection() {}

    static ObjectNode of(Moment moment) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode columns = root.putArray("columns");
        OUTCOMES.forEach(outcome -> columns.add(Fields.label(outcome)));
        columns.add("due_soon").add("oldest_s");
        ArrayNode obligations = root.putArray("obligations");
        for (Obligation obligation : Obligation.values()) {
            obligations.add(DutyName.label(obligation));
        }
        ArrayNode rows = root.putArray("rows");
        for (int agency = 0; agency < LEVEL_1.size(); agency++) {
            put(rows.addObject(), agency, moment);
        }
        return root;
    }

    private static void put(ObjectNode row, int agency, Moment moment) {
        RunTime time = moment.time();
        Optional<Boolean> silent = moment.figures().isSilent(agency);
        row.put("code", LEVEL_1.code(agency).value());
        row.put("silent", silent.orElse(null));
        OptionalLong since = silent.orElse(false) && moment.source().isPresent()
                ? moment.source().get().silentSince(agency)
                : OptionalLong.empty();
        row.put("silent_since", since.isPresent() ? time.iso(since.getAsLong()) : null);
        Fields.put(row, "doubtful", moment.figures().clockDoubtful(agency));
        ArrayNode duties = row.putArray("duties");
        for (Obligation obligation : Obligation.values()) {
            put(duties.addArray(), agency, obligation, moment.figures());
        }
    }

    private static void put(ArrayNode duty, int agency, Obligation obligation, FiguresView figures) {
        boolean known = figures.tally().isKnown();
        for (Outcome outcome : OUTCOMES) {
            Fields.add(
                    duty,
                    known
                            ? OptionalLong.of(figures.duties().obligations(agency, obligation, outcome))
                            : OptionalLong.empty());
        }
        Fields.add(duty, figures.dueSoon(agency, obligation));
        Fields.add(duty, figures.longestS(agency, obligation));
    }
}
