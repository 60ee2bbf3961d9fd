package io.docaxis.producer.emission;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.producer.scenario.Scenario;
import java.util.Comparator;
import java.util.List;

/** Until when the channel holds back what is given to it. Immutable. */
final class Outages {

    private static final int ANY = -1;

    private final AgencyCatalogue agencies;
    /** By when they begin: so what one holds back is held back further only by one after it. */
    private final List<Window> outages;

    /** What is given with {@link #ANY} or null is no condition. */
    private record Window(int agency, Tier tier, int source, int sources, long fromAt, long untilAt) {

        boolean holds(int level1, Tier itsTier, long thread, long at) {
            return at >= fromAt
                    && at < untilAt
                    && (agency == ANY || agency == level1)
                    && (tier == null || tier == itsTier)
                    && (source == ANY || thread % sources == source);
        }
    }

    Outages(Scenario scenario) {
        agencies = scenario.agencies();
        outages = scenario.disturbances().outages().stream()
                .map(outage -> new Window(
                        outage.agency() == null ? ANY : outage.agency(),
                        outage.tier(),
                        outage.source() == null ? ANY : outage.source().number(),
                        outage.source() == null ? 1 : outage.source().of(),
                        scenario.beginOf(outage.from()),
                        scenario.endOf(outage.to())))
                .sorted(Comparator.comparingLong(Window::fromAt))
                .toList();
    }

    boolean areNone() {
        return outages.isEmpty();
    }

    /** When the channel delivers what an agency gives to it at an instant: then, or after the last outage that holds it back. */
    long deliveredAt(int agency, long thread, long at) {
        long delivered = at;
        for (int i = 0; i < outages.size(); i++) {
            Window outage = outages.get(i);
            if (outage.holds(agencies.level1(agency), agencies.tier(agency), thread, delivered)) {
                delivered = outage.untilAt;
            }
        }
        return delivered;
    }
}
