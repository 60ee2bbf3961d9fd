package io.docaxis.producer.scenario.file;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.producer.scenario.AgencyException;
import io.docaxis.producer.scenario.Behaviour;
import io.docaxis.producer.scenario.Behaviour.Acknowledgement;
import io.docaxis.producer.scenario.Behaviour.Processing;
import io.docaxis.producer.scenario.Behaviour.RecallAnswer;
import io.docaxis.producer.scenario.Behaviour.Response;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lays behaviours over each other: an agency's for a time over its tier's over everybody's over the defaults. */
final class BehaviourReading {

    private final Values behaviours;

    BehaviourReading(Values behaviours) {
        this.behaviours = behaviours;
    }

    Map<Tier, Behaviour> byTier() {
        Map<Tier, Behaviour> byTier = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            byTier.put(tier, behaviour(ofTier(behaviours, tier)));
        }
        return Collections.unmodifiableMap(byTier);
    }

    List<AgencyException> exceptions(List<Values> exceptions) {
        return exceptions.stream().map(this::exception).toList();
    }

    private AgencyException exception(Values exception) {
        Behaviour behaviour = exception.gives(BehaviourKeys.BEHAVIOUR_THEN)
                ? behaviour(exception.get(BehaviourKeys.BEHAVIOUR_THEN).over(ofAgency(behaviours, exception)))
                : null;
        return new AgencyException(
                exception.get(BehaviourKeys.AGENCY),
                exception.get(BehaviourKeys.FROM),
                exception.get(BehaviourKeys.TO),
                exception.get(BehaviourKeys.SILENT),
                behaviour);
    }

    /** How the agency of an exception behaves otherwise. */
    static Values ofAgency(Values behaviours, Values exception) {
        return ofTier(behaviours, AgencyCatalogue.level1().tier(exception.get(BehaviourKeys.AGENCY)));
    }

    private static Values ofTier(Values behaviours, Tier tier) {
        return behaviours.get(BehaviourKeys.BY_TIER.get(tier)).over(behaviours.get(BehaviourKeys.ALL));
    }

    private static Behaviour behaviour(Values values) {
        return new Behaviour(
                new Acknowledgement(
                        values.get(BehaviourKeys.ARRIVAL),
                        values.get(BehaviourKeys.REFUSE),
                        values.get(BehaviourKeys.ACKNOWLEDGE_LATE),
                        values.get(BehaviourKeys.ACKNOWLEDGE_NEVER),
                        values.get(BehaviourKeys.ACKNOWLEDGE_LATE_BY),
                        values.get(BehaviourKeys.WITHOUT_ACCEPTANCE)),
                new Processing(
                        values.get(BehaviourKeys.ASSIGN),
                        values.get(BehaviourKeys.PROCESS),
                        values.get(BehaviourKeys.PROCESS_AGAIN),
                        values.get(BehaviourKeys.COMPLETE)),
                new Response(
                        values.get(BehaviourKeys.RESPOND_BY_COMPLETION),
                        values.get(BehaviourKeys.RESPOND_LATE),
                        values.get(BehaviourKeys.RESPOND_LATE_BY)),
                new RecallAnswer(
                        values.get(BehaviourKeys.RECALL_NEVER),
                        values.get(BehaviourKeys.RECALL_LATE),
                        values.get(BehaviourKeys.RECALL_LATE_BY),
                        values.get(BehaviourKeys.RECALL_REFUSE)));
    }
}
