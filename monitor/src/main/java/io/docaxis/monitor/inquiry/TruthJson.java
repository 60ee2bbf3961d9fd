package io.docaxis.monitor.inquiry;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.Window;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.figures.SilentSpell;
import io.docaxis.monitor.figures.TallySnapshot;
import io.docaxis.monitor.json.Fields;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was planted in a simulated run, and what was noticed of it, as JSON. */
public final class TruthJson {

    private static final AgencyCatalogue LEVEL_1 = AgencyCatalogue.level1();

    private TruthJson() {}

    /** What is known of a prefix; empty: nothing is, {@link #problem} says why. Asks nobody, but makes the ledger be read in the background. */
    public static Optional<ObjectNode> of(Figures figures) {
        Optional<TallySnapshot> ledger = figures.ledger();
        return ledger.filter(known -> isSameRun(known, figures.tally())).map(known -> json(known, figures));
    }

    /** Why nothing is known. */
    static String problem(Figures figures) {
        return figures.ledgerProblem().orElse("the ledger is of another run than the tally");
    }

    private static boolean isSameRun(TallySnapshot ledger, TallySnapshot tally) {
        return !tally.isKnown() || runId(ledger).equals(runId(tally));
    }

    private static Optional<String> runId(TallySnapshot of) {
        return of.about().map(PartHeader::getRunId);
    }

    private static ObjectNode json(TallySnapshot ledger, Figures figures) {
        TallySnapshot tally = figures.tally();
        PartHeader any = ledger.about().orElseThrow();
        RunTime time = RunTime.of(ledger.about());
        List<Window> windows = windows(ledger);
        List<SilentSpell> silences = figures.silences();
        TruthFindings findings = TruthFindings.of(
                new WindowMatch(windows, time.utcOffsetS()),
                silences,
                tally.doubtfulClocks(),
                new TruthFindings.Known(
                        tally.watermark(), Math.max(any.getStartsAt(), any.getBeginAt()), figures.silencesSince()));

        ObjectNode root = JsonNodeFactory.instance.objectNode();
        var planted = root.putArray("windows");
        windows.forEach(window -> put(planted.addObject(), window, time));
        putCounts(root, ledger, tally);
        putFindings(root, findings, silences, time);
        root.put("false_alarms", tally.isKnown() ? (Integer) findings.falseAlarms() : null);
        Fields.put(root, "missed", findings.missed());
        root.put("starts_at", any.getStartsAt() == 0 ? null : time.iso(any.getStartsAt()));
        root.put("ends_at", any.getEndsAt() == 0 ? null : time.iso(any.getEndsAt()));
        time.put(root, "watermark", tally.watermark());
        return root;
    }

    /** All sources say the same. */
    private static List<Window> windows(TallySnapshot ledger) {
        return ledger.headers().values().stream()
                .map(PartHeader::getWindowsList)
                .filter(windows -> !windows.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static void putCounts(ObjectNode root, TallySnapshot ledger, TallySnapshot tally) {
        if (ledger.ended()) {
            PlantedTraces.putPlanted(root.putObject("planted"), ledger);
        } else {
            root.putNull("planted");
        }
        if (tally.isKnown()) {
            PlantedTraces.putDetected(root.putObject("detected"), tally);
        } else {
            root.putNull("detected");
        }
    }

    private static void putFindings(ObjectNode root, TruthFindings findings, List<SilentSpell> silences, RunTime time) {
        var spells = root.putArray("silences");
        for (int i = 0; i < silences.size(); i++) {
            put(spells.addObject(), silences.get(i), findings.ofSilences().get(i), time);
        }
        var clocks = root.putArray("clocks");
        findings.clocks().forEach(clock -> put(clocks.addObject(), clock));
    }

    private static void put(ObjectNode node, Window window, RunTime time) {
        boolean isClock = window.getKind() == Window.Kind.CLOCK;
        boolean isOfSource = window.getSources() != 0;
        node.put("kind", Fields.label(window.getKind()));
        node.put("agency", window.getAgency().isEmpty() ? null : window.getAgency());
        node.put("tier", window.hasTier() ? tier(window.getTier()) : null);
        node.put("source", isOfSource ? (Integer) window.getSource() : null);
        node.put("sources", isOfSource ? (Integer) window.getSources() : null);
        node.put("from", time.iso(window.getFromAt()));
        node.put("until", time.iso(window.getUntilAt()));
        node.put("ahead_s", isClock ? (Integer) window.getAheadS() : null);
    }

    /** One that this version does not know has a number. */
    private static String tier(int ordinal) {
        return ordinal >= 0 && ordinal < Tier.values().length
                ? AgencyQuestion.label(Tier.of(ordinal))
                : String.valueOf(ordinal);
    }

    private static void put(ObjectNode node, SilentSpell spell, OptionalInt window, RunTime time) {
        node.put("agency", LEVEL_1.code(spell.agency()).value());
        node.put("from", time.iso(spell.from()));
        node.put("seen_at", time.iso(spell.seenAt()));
        time.put(node, "until", spell.until());
        Fields.put(node, "window", window);
    }

    private static void put(ObjectNode node, TruthFindings.Clock clock) {
        node.put("agency", LEVEL_1.code(clock.agency()).value());
        var days = node.putArray("days");
        clock.days().forEach(day -> days.add(LocalDate.ofEpochDay(day).toString()));
        Fields.put(node, "window", clock.window());
    }
}
