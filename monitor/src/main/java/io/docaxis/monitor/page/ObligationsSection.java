package io.docaxis.monitor.page;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.monitor.figures.OverdueFigures;
import io.docaxis.monitor.figures.ResponseFigures;
import io.docaxis.monitor.figures.TallySnapshot;
import io.docaxis.monitor.inquiry.RunTime;
import io.docaxis.monitor.json.Fields;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The section about obligations of all agencies: what became of them, and how surely what is overdue is. */
final class ObligationsSection {

    private static final long HOUR_S = 3_600;

    private ObligationsSection() {}

    static ObjectNode of(Moment moment) {
        FiguresView figures = moment.figures();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        OptionalLong takenAtMs = figures.takenAtMs();
        root.put("taken_at", takenAtMs.isPresent() ? RunTime.wall(takenAtMs.getAsLong()) : null);
        var all = root.putArray("obligations");
        if (figures.tally().isKnown()) {
            for (Obligation obligation : Obligation.values()) {
                put(all.addObject(), obligation, figures);
            }
        }
        Fields.put(root, "clock_doubtful", figures.clockDoubtful());
        Optional<OverdueFigures> overdue = figures.response().map(ResponseFigures::overdue);
        putOldest(root, overdue, moment.time());
        root.put(
                "overdue_hours", overdue.map(known -> known.overdueS() / HOUR_S).orElse(null));
        Fields.put(root, "problem", figures.responseProblem());
        return root;
    }

    /** The duty that is overdue for longest, and whose it is. */
    private static void putOldest(ObjectNode root, Optional<OverdueFigures> overdue, RunTime time) {
        ObjectNode oldest = null;
        long longest = -1;
        for (int agency = 0; overdue.isPresent() && agency < AgencyCatalogue.level1Count(); agency++) {
            for (Obligation obligation : Obligation.values()) {
                OptionalLong longestS = overdue.get().longestS(agency, obligation);
                if (longestS.orElse(-1) > longest) {
                    longest = longestS.getAsLong();
                    oldest = JsonNodeFactory.instance
                            .objectNode()
                            .put("agency", AgencyCatalogue.level1().code(agency).value())
                            .put("obligation", DutyName.label(obligation))
                            .put(
                                    "deadline",
                                    time.iso(overdue.get()
                                            .oldest(agency, obligation)
                                            .orElseThrow()))
                            .put("overdue_s", longest);
                }
            }
        }
        root.set("oldest", oldest == null ? NullNode.getInstance() : oldest);
    }

    private static void put(ObjectNode node, Obligation obligation, FiguresView figures) {
        TallySnapshot tally = figures.duties();
        node.put("obligation", DutyName.label(obligation));
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.NONE) {
                node.put(Fields.label(outcome), tally.obligations(outcome)[obligation.ordinal()]);
            }
        }
        for (OverdueAsKnown known : OverdueAsKnown.values()) {
            Fields.put(node, Fields.label(known), figures.overdue(obligation, known));
        }
        Fields.put(node, "due_soon", figures.dueSoon(obligation));
        Fields.put(node, "on_time_share", figures.onTimeShare(obligation));
        Fields.put(node, "answered_share", figures.answeredShare(obligation));
    }
}
