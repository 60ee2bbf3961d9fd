package io.docaxis.simulator.service;

import java.util.List;

/** Tells how the sources of this process are doing. */
public interface SourceStatuses {

    /** By now; none before the first was started. */
    List<SourceStatus> now();
}
