package io.docaxis.producer.publish;

import io.docaxis.common.tally.proto.Window;
import io.docaxis.producer.scenario.AgencyException;
import io.docaxis.producer.scenario.Disturbances;
import io.docaxis.producer.scenario.Scenario;
import java.util.List;
import java.util.stream.Stream;

/** When a scenario has its outages, silences and wrong clocks, as the ledger's header says it, in the scenario's order. */
final class PlantedWindows {

    private final Scenario scenario;

    private PlantedWindows(Scenario scenario) {
        this.scenario = scenario;
    }

    static List<Window> of(Scenario scenario) {
        PlantedWindows planted = new PlantedWindows(scenario);
        return Stream.of(
                        scenario.disturbances().outages().stream().map(planted::outage),
                        scenario.exceptions().stream()
                                .filter(AgencyException::silent)
                                .map(planted::silence),
                        scenario.disturbances().clocks().stream().map(planted::clock))
                .flatMap(windows -> windows)
                .map(Window.Builder::build)
                .toList();
    }

    private Window.Builder outage(Disturbances.Outage outage) {
        Window.Builder window = Window.newBuilder()
                .setKind(Window.Kind.OUTAGE)
                .setFromAt(scenario.beginOf(outage.from()))
                .setUntilAt(scenario.endOf(outage.to()));
        if (outage.agency() != null) {
            window.setAgency(code(outage.agency()));
        }
        if (outage.tier() != null) {
            window.setTier(outage.tier().ordinal());
        }
        if (outage.source() != null) {
            window.setSource(outage.source().number())
                    .setSources(outage.source().of());
        }
        return window;
    }

    private Window.Builder silence(AgencyException exception) {
        return Window.newBuilder()
                .setKind(Window.Kind.SILENCE)
                .setFromAt(scenario.beginOf(exception.from()))
                .setUntilAt(scenario.endOf(exception.to()))
                .setAgency(code(exception.agency()));
    }

    private Window.Builder clock(Disturbances.Clock clock) {
        return Window.newBuilder()
                .setKind(Window.Kind.CLOCK)
                .setFromAt(scenario.beginOf(clock.from()))
                .setUntilAt(scenario.endOf(clock.to()))
                .setAgency(code(clock.agency()))
                .setAheadS(clock.aheadS());
    }

    private String code(int agency) {
        return scenario.agencies().code(agency).value();
    }
}
