package io.docaxis.simulator.load;

import java.util.Optional;

/** What goes on outside of a load while it is played, the user among it. Of the thread that plays it. */
public interface LoadSurroundings {

    /** Waits for a time, less if the user wants the load to stop; says whether he does. */
    boolean pause(long ms);

    /** Is told how far it has come, several times a second. */
    void look(LoadState state);

    /** What makes it useless to go on, in words. */
    Optional<String> trouble();

    /** That no broker has answered for so long that who only waits for answers should give up, in words; asks nobody. */
    Optional<String> longSilence();

    /** Asks whether the brokers answer now, for some seconds at most; says in words if they do not. */
    Optional<String> silence();
}
