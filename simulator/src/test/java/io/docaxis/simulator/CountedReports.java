package io.docaxis.simulator;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.Status;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.scenario.Scenario;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/** Counts what agencies say by agency, day and clock, from what is delivered, each event once: all of it is taken in where nothing else goes wrong. */
final class CountedReports implements PurePipeline.Witness {

    private final AgencyCatalogue agencies;
    private final WorkingCalendar calendar;
    private final EventReader reader = new EventReader();
    private final Set<String> seen = new HashSet<>();
    /** By agency, day and kind, as text. */
    final TreeMap<String, Long> counts = new TreeMap<>();

    CountedReports(Scenario scenario) {
        agencies = scenario.agencies();
        calendar = scenario.calendar();
    }

    @Override
    public void saw(Delivery delivery, byte[] value) {
        if (value == null || delivery.damage != Damage.NONE) {
            return;
        }
        if (reader.read(value) == EventKind.DOCUMENT_SENT) {
            DocumentSent document = reader.document();
            if (seen.add(document.thread + "/" + document.ordinal)) {
                count(document.sender, "SENDER", document.sentAt, delivery.emittedAt);
            }
            return;
        }
        var status = reader.status();
        if (seen.add(status.thread + "/" + status.ordinal)) {
            boolean request = status.status == Status.RECALL_REQUESTED;
            count(
                    request && status.reporter != DocumentSent.ABSENT ? status.reporter : status.receiver,
                    request ? "SENDER" : "RECEIVER",
                    status.occurredAt,
                    delivery.emittedAt);
        }
    }

    private void count(int agency, String side, long occurredAt, long emittedAt) {
        int level1 = agency;
        while (agencies.parent(level1) != level1) {
            level1 = agencies.parent(level1);
        }
        String clock = emittedAt + 60 < occurredAt ? "_AHEAD" : emittedAt > occurredAt + 3600 ? "_BEHIND" : "";
        counts.merge(level1 + " " + calendar.dayOf(occurredAt) + " " + side + clock, 1L, Long::sum);
    }
}
