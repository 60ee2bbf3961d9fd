package io.docaxis.monitor.page;

import java.util.List;
import java.util.function.Supplier;

/** Somebody who sees the page, as its messages reach them. What they do not take is not kept for them. */
interface Viewer {

    /** Gives the first messages. */
    void begin(List<Message> first);

    /**
     * Gives the next message, or lets them miss it.
     *
     * @param all makes a message of all sections, for who has missed something
     */
    void offer(Message next, Supplier<Message> all);

    /** Ends it. */
    void end();
}
