package io.docaxis.common.kafka;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The passwords and tokens that this process was given, so that no text for a user, file or log shows one: whoever reads them
 * tells them here, and whoever writes text that is not docaxis' own asks here. One for the process, for logs have no owner.
 * Thread-safe.
 */
public final class Secrets {

    public static final String HIDDEN = "[hidden]";

    /** Shorter ones are hidden only as words of their own, lest every text be full of holes. */
    private static final int LONG = 5;

    /** Longest first: one may be part of another. */
    private static final Map<String, Pattern> KNOWN = new ConcurrentSkipListMap<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** A word of a login module's options, quoted or not. */
    private static final Pattern JAAS_WORD =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'((?:[^'\\\\]|\\\\.)*)'|([^\\s=;\"']+)");

    private static final Pattern JAAS_MODULE = Pattern.compile(
            "^\\s*[\\w.$]+(?=\\s+(required|requisite|sufficient|optional)\\b)", Pattern.CASE_INSENSITIVE);

    private static final Pattern JAAS_PUBLIC = Pattern.compile(
            "(?i)required|requisite|sufficient|optional|true|false|username|password|[a-z0-9]+(\\.\\w+)*\\.\\w*LoginModule|(use|store|renew|do)[A-Z]\\w*"
                    + "|keyTab|principal|serviceName|client(Id|Secret)|scope|debug");

    private Secrets() {}

    /** Takes note of a secret. */
    public static void add(String secret) {
        String word = secret.strip();
        if (!word.isEmpty()) {
            String quoted = Pattern.quote(word);
            KNOWN.computeIfAbsent(
                    word,
                    added -> Pattern.compile(
                            added.length() < LONG ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])" : quoted));
        }
    }

    /** Takes note of a login configuration: it, and every word of it that may be a secret, however badly it is written. */
    public static void addJaas(String configuration) {
        add(configuration);
        Matcher module = JAAS_MODULE.matcher(configuration);
        Matcher words = JAAS_WORD.matcher(configuration);
        words.region(module.find() ? module.end() : 0, configuration.length());
        while (words.find()) {
            for (String word : List.of(group(words, 1), group(words, 2), group(words, 3))) {
                if (!JAAS_PUBLIC.matcher(word).matches()) {
                    add(word);
                }
            }
        }
    }

    private static String group(Matcher matcher, int group) {
        return matcher.group(group) == null ? "" : matcher.group(group);
    }

    /** A text without the secrets that are known. */
    public static String hide(String text) {
        String hidden = text;
        for (Pattern secret : KNOWN.values()) {
            hidden = secret.matcher(hidden).replaceAll(Matcher.quoteReplacement(HIDDEN));
        }
        return hidden;
    }
}
