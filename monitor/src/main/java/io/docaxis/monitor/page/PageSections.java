package io.docaxis.monitor.page;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What the page is told, for whoever wants it at once and as a whole. Thread-safe. */
@FunctionalInterface
public interface PageSections {

    /**
     * What is known now.
     *
     * @param name as in {@code /api/v1/NAME}, such as {@code late}; also {@code catalogue}
     * @return empty: it is unknown, or there is no such section
     */
    Optional<ObjectNode> section(String name);
}
