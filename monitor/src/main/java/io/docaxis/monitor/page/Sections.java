package io.docaxis.monitor.page;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.monitor.inquiry.LateJson;
import io.docaxis.monitor.inquiry.TruthJson;
import io.docaxis.monitor.json.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The sections of the page but for those that are about the course of time, as JSON by name. */
final class Sections {

    static final String RUN = "run";
    static final String OBLIGATIONS = "obligations";

    private Sections() {}

    static Map<String, String> of(Moment moment, Marks marks) {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("catalogue", catalogue(moment.figures().tally().about()).toString());
        sections.put(RUN, RunSection.of(moment, marks).toString());
        sections.put(OBLIGATIONS, ObligationsSection.of(moment).toString());
        sections.put("agencies", AgenciesSection.of(moment).toString());
        Optional<JsonNode> groups = moment.groups().map(known -> GroupSums.section(known, moment.nowMs()));
        sections.put("groups", text(groups));
        sections.put("late", text(moment.source().map(LateJson::newest)));
        sections.put("truth", text(moment.source().flatMap(TruthJson::of)));
        return sections;
    }

    private static String text(Optional<? extends JsonNode> section) {
        return section.map(JsonNode::toString).orElse("null");
    }

    private static ObjectNode catalogue(Optional<PartHeader> about) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        AgencyCatalogue level1 = AgencyCatalogue.level1();
        var agencies = root.putArray("agencies");
        for (int agency = 0; agency < level1.size(); agency++) {
            agencies.addObject()
                    .put("code", level1.code(agency).value())
                    .put("name", level1.name(agency))
                    .put("name_vi", level1.nameVi(agency))
                    .put("tier", Fields.label(level1.tier(agency)));
        }
        root.put("departments", about.map(PartHeader::getDepartments).orElse(null));
        root.put("communes", about.map(PartHeader::getCommunes).orElse(null));
        return root;
    }
}
