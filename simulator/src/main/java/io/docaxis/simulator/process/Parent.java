package io.docaxis.simulator.process;

import java.util.List;

/** The process that started this one as a {@link Child}, if one did: without it there is nobody to work for. */
public final class Parent {

    private static final String PROPERTY = "docaxis.parent";
    /** How a shell calls the end by SIGKILL. */
    private static final int KILLED = 128 + 9;

    private Parent() {}

    /** An option of the JVM that makes a process know this one as its parent. */
    static List<String> jvmOption() {
        return List.of("-D" + PROPERTY + "=" + ProcessHandle.current().pid());
    }

    /** From now on this process ends within seconds of its parent, however that ends. */
    public static void endWithIt() {
        Long pid = Long.getLong(PROPERTY);
        if (pid != null) {
            ProcessHandle.of(pid).ifPresentOrElse(parent -> parent.onExit().thenRun(Parent::end), Parent::end);
        }
    }

    private static void end() {
        Runtime.getRuntime().halt(KILLED);
    }
}
