package io.docaxis.common.agency;

import io.docaxis.common.hash.Hash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The agencies of a run, numbered from 0: first the 88 of level 1 (ministries, central agencies, provinces, as in
 * {@code agencies.csv}), then generated departments, then generated communes. Everything but names of level 1 is
 * arithmetic, so 120,000 agencies cost a byte each: by that the level-1 agency above is found, which several cells of each conclusion want. Immutable.
 *
 * <p>Department {@code i} belongs to level-1 agency {@code i mod 88}; commune {@code j} to the {@code j mod n}-th of the n
 * departments that belong to provinces.
 */
public final class AgencyCatalogue {

    /** Most agencies a scenario can ask for. */
    public static final int MAX_AGENCIES = 120_000;

    private record Level1(String code, String nameVi, String nameEn, Tier tier) {}

    private static final List<Level1> LEVEL_1 = read();
    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    private static final int FIRST_PROVINCE;

    static {
        int firstProvince = -1;
        for (int i = 0; i < LEVEL_1.size(); i++) {
            NUMBERS.put(LEVEL_1.get(i).code(), i);
            if (firstProvince < 0 && LEVEL_1.get(i).tier() == Tier.PROVINCE) {
                firstProvince = i;
            }
        }
        FIRST_PROVINCE = firstProvince;
    }

    private final int departments;
    private final int communes;
    private final int provinceDepartments;
    /** By agency. */
    private final byte[] above;

    private AgencyCatalogue(int departments, int communes) {
        this.departments = departments;
        this.communes = communes;
        provinceDepartments = provinceDepartments(departments);
        above = new byte[size()];
        for (int number = 0; number < above.length; number++) {
            above[number] = (byte) parent(parent(number));
        }
    }

    private static int provinceDepartments(int departments) {
        int level1 = LEVEL_1.size();
        return departments / level1 * (level1 - FIRST_PROVINCE) + Math.max(0, departments % level1 - FIRST_PROVINCE);
    }

    /**
     * The catalogue with these numbers of generated agencies.
     *
     * @throws IllegalArgumentException if a count is negative, there are over {@link #MAX_AGENCIES} in all, or there are
     *     communes but no province has a department
     */
    public static AgencyCatalogue of(int departments, int communes) {
        if (departments < 0 || communes < 0 || (long) departments + communes + LEVEL_1.size() > MAX_AGENCIES) {
            throw new IllegalArgumentException("agencies: " + departments + " departments and " + communes
                    + " communes; allowed are 0 or more, with the " + LEVEL_1.size() + " of level 1 at most "
                    + MAX_AGENCIES);
        }
        if (communes > 0 && provinceDepartments(departments) == 0) {
            throw new IllegalArgumentException("agencies: communes need departments of provinces: at least "
                    + (FIRST_PROVINCE + 1) + " departments, got " + departments);
        }
        return new AgencyCatalogue(departments, communes);
    }

    /** The 88 agencies of level 1 alone. */
    public static AgencyCatalogue level1() {
        return of(0, 0);
    }

    /** How many agencies level 1 has. */
    public static int level1Count() {
        return LEVEL_1.size();
    }

    public int size() {
        return LEVEL_1.size() + departments + communes;
    }

    public int departments() {
        return departments;
    }

    public int communes() {
        return communes;
    }

    public Tier tier(int number) {
        if (number < LEVEL_1.size()) {
            return LEVEL_1.get(number).tier();
        }
        return number < LEVEL_1.size() + departments ? Tier.DEPARTMENT : Tier.COMMUNE;
    }

    /** The number of the agency directly above, or of itself at level 1. */
    public int parent(int number) {
        if (number < LEVEL_1.size()) {
            return number;
        }
        int department = number - LEVEL_1.size();
        if (department < departments) {
            return department % LEVEL_1.size();
        }
        return LEVEL_1.size() + provinceDepartment((department - departments) % provinceDepartments);
    }

    /** The number of the level-1 agency above, or of itself at level 1. */
    public int level1(int number) {
        return above[number];
    }

    /** The code in the new form. */
    public AgencyCode code(int number) {
        if (number < 0 || number >= size()) {
            throw new IllegalArgumentException("agency number " + number + ": want 0 to " + (size() - 1));
        }
        if (number < LEVEL_1.size()) {
            return new AgencyCode(LEVEL_1.get(number).code());
        }
        int department = number - LEVEL_1.size();
        int serial = department < departments
                ? department / LEVEL_1.size() + 1
                : (department - departments) / provinceDepartments + 1;
        return new AgencyCode(code(parent(number)).value() + (serial < 10 ? ".0" : ".") + serial);
    }

    /** The name in English: read for level 1, made up below. */
    public String name(int number) {
        if (number < LEVEL_1.size()) {
            return LEVEL_1.get(number).nameEn();
        }
        return (tier(number) == Tier.DEPARTMENT ? "Department " : "Commune ") + code(number);
    }

    /** The name in Vietnamese for level 1, else {@link #name}. */
    public String nameVi(int number) {
        return number < LEVEL_1.size() ? LEVEL_1.get(number).nameVi() : name(number);
    }

    /** The number of a code written in either form, or -1 if it has neither form or no such agency exists. */
    public int number(String written) {
        AgencyCode code;
        try {
            code = AgencyCode.parse(written);
        } catch (IllegalArgumentException e) {
            return -1;
        }
        String[] groups = code.value().split("\\.");
        Integer level1 = NUMBERS.get(groups[0]);
        if (level1 == null) {
            return -1;
        }
        if (groups.length == 1) {
            return level1;
        }
        long department = (Long.parseLong(groups[1]) - 1) * LEVEL_1.size() + level1;
        if (department < 0 || department >= departments) {
            return -1;
        }
        int number = LEVEL_1.size() + (int) department;
        if (groups.length == 3) {
            int index = provinceIndex((int) department);
            long commune = (Long.parseLong(groups[2]) - 1) * provinceDepartments + index;
            if (index < 0 || commune < 0 || commune >= communes) {
                return -1;
            }
            number = LEVEL_1.size() + departments + (int) commune;
        }
        return code(number).equals(code) ? number : -1;
    }

    /** A hash over every code, so that two processes can tell whether they mean the same agencies. */
    public long fingerprint() {
        long hash = Hash.mix(departments, communes);
        for (Level1 agency : LEVEL_1) {
            hash = Hash.mix(hash, agency.code().hashCode());
        }
        return hash;
    }

    private static int provinceDepartment(int index) {
        int provinces = LEVEL_1.size() - FIRST_PROVINCE;
        return index / provinces * LEVEL_1.size() + FIRST_PROVINCE + index % provinces;
    }

    private static int provinceIndex(int department) {
        int level1 = department % LEVEL_1.size();
        if (level1 < FIRST_PROVINCE) {
            return -1;
        }
        return department / LEVEL_1.size() * (LEVEL_1.size() - FIRST_PROVINCE) + level1 - FIRST_PROVINCE;
    }

    private static List<Level1> read() {
        try (var in = AgencyCatalogue.class.getResourceAsStream("/agencies.csv");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Level1> agencies = new ArrayList<>();
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
                agencies.add(new Level1(
                        fields[0],
                        fields[1].replace("\"", ""),
                        fields[2].replace("\"", ""),
                        Tier.valueOf(fields[3].toUpperCase(java.util.Locale.ROOT))));
            }
            return List.copyOf(agencies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
