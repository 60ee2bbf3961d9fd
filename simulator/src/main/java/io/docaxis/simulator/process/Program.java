package io.docaxis.simulator.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How this program was started, so that its commands can be started again as processes of their own: same Java, same options
 * of the JVM, same classes.
 *
 * @param launcher the command line up to the program's own arguments, but for further options of the JVM
 * @param classes the rest of it: where the classes are, and which one to start
 */
public record Program(List<String> launcher, List<String> classes) {

    public Program {
        launcher = List.copyOf(launcher);
        classes = List.copyOf(classes);
    }

    public static Program ofThisProcess() {
        List<String> launcher = new ArrayList<>();
        launcher.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agentlib") && !option.startsWith("-javaagent"))
                .forEach(launcher::add);
        launcher.add("-Ddocaxis.terminal=false");
        launcher.add("-Ddocaxis.charset=UTF-8");
        return new Program(launcher, classes(System.getProperty("java.class.path"), mainOfThisProcess()));
    }

    /** A class path that is one jar was given with {@code -jar}, and the jar itself knows what to start. */
    static List<String> classes(String classPath, String main) {
        return main.endsWith(".jar") ? List.of("-jar", classPath) : List.of("-cp", classPath, main);
    }

    /** The command line that runs a command of this program, with further options of the JVM. */
    public List<String> command(List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(Parent.jvmOption());
        command.addAll(jvmOptions);
        command.addAll(classes);
        command.addAll(arguments);
        return command;
    }

    /** What Java was told to start: a class, or a jar, whose path may hold spaces. */
    private static String mainOfThisProcess() {
        String classPath = System.getProperty("java.class.path");
        String command = System.getProperty("sun.java.command", "");
        return classPath.endsWith(".jar") && command.startsWith(classPath) ? classPath : command.split(" ", 2)[0];
    }
}
