package io.docaxis.simulator.producing;

import java.util.List;

/** Tells how the sources of this process are doing. */
public interface Standings {

    /** By now; none before the first was started. */
    List<SourceStanding> now();
}
