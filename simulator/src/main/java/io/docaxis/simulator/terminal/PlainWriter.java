package io.docaxis.simulator.terminal;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;

/**
 * Writes what a set of characters has as it is, and the rest as it can be read all the same: letters without their marks, signs as
 * letters and other signs. Not thread-safe.
 */
final class PlainWriter extends FilterWriter {

    private static final String UNKNOWN = "?";

    private static final Map<Character, String> SPELT = Map.ofEntries(
            Map.entry('…', "..."),
            Map.entry('·', "."),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('×', "x"),
            Map.entry('÷', "/"),
            Map.entry('≤', "<="),
            Map.entry('≥', ">="),
            Map.entry('→', "->"),
            Map.entry('µ', "u"),
            Map.entry('đ', "d"),
            Map.entry('Đ', "D"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('‘', "'"),
            Map.entry('’', "'"),
            Map.entry('\u00A0', " "));

    private final CharsetEncoder encoder;

    PlainWriter(Writer writer, CharsetEncoder encoder) {
        super(writer);
        this.encoder = encoder;
    }

    @Override
    public void write(int character) throws IOException {
        write(String.valueOf((char) character));
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        write(new String(characters, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        String part = text.substring(offset, offset + length);
        out.write(encoder.canEncode(part) ? part : plain(part));
    }

    private String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> plain.append(plain(character)));
        return plain.toString();
    }

    private String plain(int codePoint) {
        String character = Character.toString(codePoint);
        if (encoder.canEncode(character)) {
            return character;
        }
        String spelt = codePoint <= Character.MAX_VALUE ? SPELT.get((char) codePoint) : null;
        if (spelt != null) {
            return spelt;
        }
        String bare = Normalizer.normalize(character, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return encoder.canEncode(bare) ? bare : UNKNOWN;
    }
}
