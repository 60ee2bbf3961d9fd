package io.docaxis.simulator.result.page;

import static io.docaxis.simulator.result.page.JsonCells.duration;
import static io.docaxis.simulator.result.page.JsonCells.each;
import static io.docaxis.simulator.result.page.JsonCells.instant;
import static io.docaxis.simulator.result.page.JsonCells.number;
import static io.docaxis.simulator.result.page.JsonCells.share;
import static io.docaxis.simulator.result.page.JsonCells.text;
import static io.docaxis.simulator.result.page.JsonCells.words;

import io.docaxis.monitor.page.PageSections;
import io.docaxis.simulator.report.Page;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A run as one page: what it comes to, who is late, what happened, and what was planted and found. Needs nothing from elsewhere. */
public final class RunPage {

    /** Rows of late documents; the JSON API has all. */
    private static final int MOST_DOCUMENTS = 50;

    /** How counters of records that cannot be read, or go to nobody, begin. */
    private static final String DEAD_LETTER = "dead_letter_";

    private final PageSections sections;
    private final Page page;

    private RunPage(Headline headline, PageSections sections) {
        this.sections = sections;
        page = new Page(headline.title());
        page.note(headline.about());
        page.verdict(headline.verdict(), headline.good());
        headline.reasons().forEach(page::note);
    }

    /**
     * The whole page.
     *
     * @param sections what was known when the run had ended; what is missing is said to be unknown
     */
    public static String of(Headline headline, PageSections sections) {
        RunPage run = new RunPage(headline, sections);
        run.figures();
        run.obligations();
        run.agencies();
        run.charts();
        run.groups();
        run.documents();
        run.deadLetters();
        new TruthTables(run.page).add(run.section("truth"));
        return run.page.html();
    }

    private JsonNode section(String name) {
        return sections.section(name).<JsonNode>map(known -> known).orElseGet(MissingNode::getInstance);
    }

    private void figures() {
        page.heading("Five figures");
        page.table(
                List.of("figure", "at the end", "of that"),
                new FiveFigures(section("run"), section("obligations"), section("groups")).rows());
    }

    private void obligations() {
        page.heading("Obligations");
        JsonNode known = section("obligations");
        if (isUnknown(known)) {
            return;
        }
        page.table(
                List.of(
                        "obligation",
                        "on time",
                        "late",
                        "overdue",
                        "open",
                        "voided",
                        "provisional",
                        "confirmed",
                        "final",
                        "on time, of all decided",
                        "on time, of the answered"),
                each(known.path("obligations"))
                        .map(one -> List.of(
                                words(one.path("obligation")),
                                number(one.path("on_time")),
                                number(one.path("late")),
                                number(one.path("overdue")),
                                number(one.path("open")),
                                number(one.path("voided")),
                                number(one.path("provisional")),
                                number(one.path("confirmed")),
                                number(one.path("final")),
                                share(one.path("on_time_share")),
                                share(one.path("answered_share"))))
                        .toList());
    }

    private void agencies() {
        page.heading("Who is late");
        JsonNode known = section("agencies");
        if (!isUnknown(known)) {
            WorstAgencies table = new WorstAgencies(known, section("catalogue"));
            page.note("Late or overdue, of all that are decided; worst first, each agency with all below it.");
            page.table(table.head(), table.rows());
        }
    }

    private void charts() {
        JsonNode history = section("history");
        if (history.path("points").isEmpty()) {
            page.heading("What happened");
            page.note("unknown: nothing was recorded");
            return;
        }
        RunCharts charts = new RunCharts(history);
        charts.all().forEach(page::chart);
        if (!charts.marks().isEmpty()) {
            page.heading("Marks");
            page.table(List.of("since the start", "what", "state", "why"), charts.marks());
        }
    }

    private void groups() {
        page.heading("Consumer groups");
        JsonNode known = section("groups");
        if (isUnknown(known)) {
            return;
        }
        page.table(
                List.of("group", "state", "members", "health", "why", "lag", "lost", "lag in time", "drained in"),
                each(known.path("groups"))
                        .map(group -> List.of(
                                text(group.path("group")),
                                text(group.path("state")),
                                number(group.path("members")),
                                text(group.path("health").path("health")),
                                text(group.path("health").path("why")),
                                number(group.path("lag")),
                                number(group.path("lost")),
                                duration(group.path("lag_s")),
                                group.path("never_drains").asBoolean(false)
                                        ? "never"
                                        : duration(group.path("drain_s"))))
                        .toList());
    }

    private void documents() {
        page.heading("Late documents");
        JsonNode known = section("late");
        if (isUnknown(known)) {
            return;
        }
        page.note(number(known.path("overdue")) + " overdue: " + number(known.path("final")) + " final, "
                + number(known.path("confirmed")) + " confirmed, " + number(known.path("provisional"))
                + " provisional. The first " + MOST_DOCUMENTS + ", worst first.");
        page.table(
                List.of("agency", "obligation", "document", "deadline", "overdue for", "known", "thread"),
                each(known.path("duties"))
                        .limit(MOST_DOCUMENTS)
                        .map(duty -> List.of(
                                text(duty.path("agency")),
                                words(duty.path("obligation")),
                                text(duty.path("document_number")),
                                instant(duty.path("deadline")),
                                duration(duty.path("overdue_s")),
                                text(duty.path("known"))
                                        + (duty.path("clock_doubtful").asBoolean(false) ? ", clock doubtful" : ""),
                                text(duty.path("thread"))))
                        .toList());
    }

    private void deadLetters() {
        page.heading("Dead letters");
        JsonNode records = section("run").path("records");
        if (!records.isObject()) {
            page.note(JsonCells.UNKNOWN);
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        records.properties().forEach(count -> {
            if (count.getKey().startsWith(DEAD_LETTER)) {
                String reason = count.getKey().substring(DEAD_LETTER.length());
                rows.add(List.of(reason.replace('_', ' '), number(count.getValue())));
            }
        });
        page.table(List.of("reason", "records"), rows);
    }

    /** Says so, and why, where nothing is known. */
    private boolean isUnknown(JsonNode section) {
        if (section.isMissingNode()) {
            page.note(JsonCells.UNKNOWN);
        } else if (section.path("problem").isString()) {
            page.note("unknown: " + text(section.path("problem")));
        }
        return section.isMissingNode();
    }
}
