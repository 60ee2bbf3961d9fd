package io.docaxis.simulator.terminal;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text for whoever looks at this process, in characters that can be shown there. */
public final class TextOutput {

    /** Told by the launcher, which knows the user's locale; Java sees another where that one has no characters for file names. */
    private static final String TOLD = "docaxis.charset";

    private TextOutput() {}

    /** Characters that can be shown: as the launcher or else the locale says; UTF-8 if neither says anything that Java knows. */
    public static Charset charset() {
        String name = System.getProperty(TOLD, System.getProperty("native.encoding", ""));
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** A writer in such characters; each line is written when it is whole. */
    public static PrintWriter writer(OutputStream stream, Charset charset) {
        var encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new PrintWriter(new PlainWriter(new OutputStreamWriter(stream, encoder), charset.newEncoder()), true);
    }
}
