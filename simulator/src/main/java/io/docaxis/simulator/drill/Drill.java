package io.docaxis.simulator.drill;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;

/** The drills, by the name that the command line knows. {@code docs/drills.md} describes each. */
public enum Drill {
    KILL_CONSUMER(
            "kill-consumer", "one of two consuming processes is killed and started again", seed -> new KillConsumer()),
    ABORT_TRANSACTION(
            "abort-transaction", "tasks of a consuming process are aborted while it lives", AbortTransaction::new),
    KILL_BROKER("kill-broker", "the broker is killed and started again on the same data", seed -> new KillBroker()),
    FREEZE_BROKER("freeze-broker", "the broker is stopped for five seconds", seed -> new FreezeBroker()),
    REBALANCE("rebalance", "consumers join and leave throughout", seed -> new Rebalance()),
    KILL_PRODUCER("kill-producer", "the producing process is killed and resumed", seed -> new KillProducer()),
    LOSE_STATE("lose-state", "a consuming process is killed, and its local state deleted", seed -> new LoseState()),
    SLOW_CONSUMER("slow-consumer", "a consuming process runs one second in four", seed -> new SlowConsumer());

    private final String label;
    private final String story;
    private final LongFunction<Fault> fault;

    Drill(String label, String story, LongFunction<Fault> fault) {
        this.label = label;
        this.story = story;
        this.fault = fault;
    }

    /** The drill of a name, if there is one. */
    public static Optional<Drill> of(String label) {
        return Arrays.stream(values())
                .filter(drill -> drill.label.equals(label))
                .findFirst();
    }

    public String label() {
        return label;
    }

    /** What happens in it, in half a sentence. */
    public String story() {
        return story;
    }

    Fault newFault(long seed) {
        return fault.apply(seed);
    }
}
