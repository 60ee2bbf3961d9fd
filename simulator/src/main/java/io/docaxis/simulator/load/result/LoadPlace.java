package io.docaxis.simulator.load.result;

import io.docaxis.simulator.report.Clients;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Versions;
import java.util.List;

/**
 * What a load ran on.
 *
 * @param machines of its processes; two that say the same of themselves are one
 */
public record LoadPlace(Versions versions, List<Machine> machines, Clients clients) {

    public LoadPlace {
        machines = machines.stream().distinct().toList();
    }

    /** Here. */
    public static LoadPlace here(Clients clients) {
        return new LoadPlace(Versions.here(), List.of(Machine.here()), clients);
    }
}
