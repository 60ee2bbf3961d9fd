package io.docaxis.producer.plan;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.producer.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who behaves how, and who is silent when. One array read for nearly every agency. Immutable. */
final class ReceiverBehaviours {

    private record Deviation(long fromAt, long untilAt, boolean silent, ReceiverBehaviour behaviour) {}

    private final AgencyCatalogue agencies;
    private final OfficeClock clock;
    private final ReceiverBehaviour[] byTier = new ReceiverBehaviour[Tier.values().length];
    /** By level-1 agency, in the order of time; null where there are none. */
    private final List<List<Deviation>> exceptions = new ArrayList<>();

    private boolean any;

    ReceiverBehaviours(Scenario scenario, OfficeClock clock) {
        this.clock = clock;
        agencies = scenario.agencies();
        scenario.behaviour().forEach((tier, behaviour) -> byTier[tier.ordinal()] = ReceiverBehaviour.of(behaviour));
        for (int i = 0; i < AgencyCatalogue.level1Count(); i++) {
            exceptions.add(null);
        }
        for (var exception : scenario.exceptions()) {
            if (exceptions.get(exception.agency()) == null) {
                exceptions.set(exception.agency(), new ArrayList<>());
            }
            any = true;
            exceptions
                    .get(exception.agency())
                    .add(new Deviation(
                            scenario.beginOf(exception.from()),
                            scenario.endOf(exception.to()),
                            exception.silent(),
                            exception.behaviour() == null ? null : ReceiverBehaviour.of(exception.behaviour())));
        }
        for (List<Deviation> ofOne : exceptions) {
            if (ofOne != null) {
                ofOne.sort(Comparator.comparingLong(Deviation::fromAt));
            }
        }
    }

    /** How a receiver behaves towards what is sent to it at a time. */
    ReceiverBehaviour of(int agency, long sentAt) {
        if (any) {
            var list = exceptions.get(agencies.level1(agency));
            if (list != null) {
                for (int i = 0; i < list.size(); i++) {
                    Deviation exception = list.get(i);
                    if (exception.behaviour != null && sentAt >= exception.fromAt && sentAt < exception.untilAt) {
                        return exception.behaviour;
                    }
                }
            }
        }
        return byTier[agencies.tier(agency).ordinal()];
    }

    /**
     * The time itself, unless the agency is silent then: after the silence, within its first two working days, what would have
     * been earlier still earlier.
     */
    long afterSilence(int agency, long at) {
        if (!any || at >= Course.NEVER) {
            return at;
        }
        var list = exceptions.get(agencies.level1(agency));
        if (list == null) {
            return at;
        }
        long moved = at;
        for (int i = 0; i < list.size(); i++) {
            Deviation exception = list.get(i);
            if (exception.silent && moved >= exception.fromAt && moved < exception.untilAt) {
                long backlogS = 2L * clock.dayS();
                long share = (moved - exception.fromAt) * backlogS / (exception.untilAt - exception.fromAt);
                moved = clock.after(exception.untilAt, 1 + share);
            }
        }
        return moved;
    }
}
