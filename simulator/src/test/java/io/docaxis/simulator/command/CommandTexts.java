package io.docaxis.simulator.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** What the command line says of itself: the help of every command, and the codes with which commands end. */
public final class CommandTexts {

    private CommandTexts() {}

    /**
     * By command, what {@code --help} prints where there are no colours, hidden commands among them. Picocli sorts options by the letters
     * of the default locale, so that is the root while it does.
     */
    public static SortedMap<String, String> helps() {
        SortedMap<String, String> helps = new TreeMap<>();
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            collect(commandLine(), new ArrayList<>(), helps);
        } finally {
            Locale.setDefault(before);
        }
        return helps;
    }

    private static void collect(CommandLine command, List<String> path, SortedMap<String, String> to) {
        to.put(command.getCommandSpec().qualifiedName(), help(path));
        command.getSubcommands().forEach((name, sub) -> {
            path.add(name);
            collect(sub, path, to);
            path.remove(path.size() - 1);
        });
    }

    private static String help(List<String> path) {
        List<String> line = new ArrayList<>(path);
        line.add("--help");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = commandLine()
                .setColorScheme(Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(line.toArray(String[]::new));
        return code == ExitCode.EXACT && err.toString().isEmpty()
                ? out.toString()
                : "ends with " + code + ": " + out + err;
    }

    /** By code: its name in the program, and what the help says that it means. */
    public static SortedMap<Integer, String> exitCodes() {
        SortedMap<Integer, String> codes = new TreeMap<>();
        try {
            for (Field field : ExitCode.class.getFields()) {
                codes.merge(field.getInt(null), field.getName(), (one, other) -> one + ", " + other);
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError("fields are public", e);
        }
        commandLine()
                .getCommandSpec()
                .usageMessage()
                .exitCodeList()
                .forEach((code, meaning) ->
                        codes.merge(Integer.valueOf(code), meaning, (name, said) -> name + ": " + said));
        return codes;
    }

    /** By what happens, the code with which a command ends then. */
    public static SortedMap<String, Integer> ends() {
        SortedMap<String, Integer> ends = new TreeMap<>();
        ExitCodeTest.ends().forEach(end -> ends.put((String) end.get()[0], (Integer) end.get()[1]));
        return ends;
    }

    private static CommandLine commandLine() {
        return DocaxisCommand.commandLine(new Interruption());
    }
}
