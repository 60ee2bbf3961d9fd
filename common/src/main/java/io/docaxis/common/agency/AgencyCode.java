package io.docaxis.common.agency;

import java.util.regex.Pattern;

/**
 * An agency's code in the new form of Decision 20/2020/QĐ-TTg, level 1 first: {@code H53}, {@code H53.13}, {@code H53.13.05}.
 *
 * <p>The old form of QCVN 102:2016 (four dot groups, level 1 last, {@code 000.00.13.H53}) is in use beside it; {@link #parse}
 * reads both, and equal agencies are equal whatever form they were written in.
 */
public record AgencyCode(String value) {

    private static final Pattern NEW_FORM = Pattern.compile("[A-Z]\\d{2}(\\.\\d{2,9}){0,2}");
    private static final Pattern OLD_FORM = Pattern.compile("\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}");
    private static final int MAX_LENGTH = 35;

    /** @throws IllegalArgumentException if the value is not a code in the new form */
    public AgencyCode {
        if (value == null
                || value.length() > MAX_LENGTH
                || !NEW_FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "agency code '" + value + "': want a letter and two digits, then up to two groups like '.13'");
        }
    }

    /**
     * Reads a code in either form.
     *
     * @throws IllegalArgumentException if it has neither form, or names a level 4 unit, which the axis does not address
     */
    public static AgencyCode parse(String written) {
        if (written == null || !OLD_FORM.matcher(written).matches()) {
            return new AgencyCode(written);
        }
        String[] groups = written.split("\\.");
        if (!groups[0].equals("000")) {
            throw new IllegalArgumentException("agency code '" + written + "': level 4 units are not addressed");
        }
        String code = groups[3];
        if (!groups[2].equals("00")) {
            code += "." + groups[2];
        }
        if (!groups[1].equals("00")) {
            if (groups[2].equals("00")) {
                throw new IllegalArgumentException("agency code '" + written + "': level 3 without level 2");
            }
            code += "." + groups[1];
        }
        return new AgencyCode(code);
    }

    /** 1 for a ministry, central agency or province; 2 for a department or district; 3 for a commune. */
    public int level() {
        return 1 + (int) value.chars().filter(c -> c == '.').count();
    }

    /** The old form, or null where a number has too many digits for it. */
    public String oldForm() {
        String[] groups = value.split("\\.");
        String second = groups.length > 1 ? groups[1] : "00";
        String third = groups.length > 2 ? groups[2] : "00";
        return second.length() > 2 || third.length() > 2 ? null : "000." + third + "." + second + "." + groups[0];
    }

    @Override
    public String toString() {
        return value;
    }
}
