package io.docaxis.simulator.terminal;

import java.util.Locale;

/** Text that somebody else chose, such as a group's name, as one line that moves no cursor and changes no colour. */
public final class ForeignText {

    private ForeignText() {}

    /** The same text; what has no shape of its own (control and format characters, ends of lines, half a character) is spelt out. */
    public static String line(String text) {
        if (text.codePoints().noneMatch(ForeignText::isShapeless)) {
            return text;
        }
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (isShapeless(character)) {
                line.append(String.format(Locale.ROOT, "\\u%04x", character));
            } else {
                line.appendCodePoint(character);
            }
        });
        return line.toString();
    }

    private static boolean isShapeless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
