package io.docaxis.producer.emission;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.producer.scenario.Scenario;
import java.util.List;

/** How wrong an agency's clock is at an instant. Immutable. */
final class Clocks {

    private final AgencyCatalogue agencies;
    private final List<Stretch> stretches;

    private record Stretch(int agency, long fromAt, long untilAt, long aheadS) {}

    Clocks(Scenario scenario) {
        agencies = scenario.agencies();
        stretches = scenario.disturbances().clocks().stream()
                .map(clock -> new Stretch(
                        clock.agency(), scenario.beginOf(clock.from()), scenario.endOf(clock.to()), clock.aheadS()))
                .toList();
    }

    boolean areRight() {
        return stretches.isEmpty();
    }

    /** What an agency's clock shows more than it should, seconds; less: negative. Agencies below the named one share its clock. */
    long aheadS(int agency, long at) {
        int level1 = agencies.level1(agency);
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            if (stretch.agency == level1 && at >= stretch.fromAt && at < stretch.untilAt) {
                return stretch.aheadS;
            }
        }
        return 0;
    }
}
