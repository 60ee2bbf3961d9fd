package io.docaxis.simulator.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses by which a cluster is found, as Kafka's clients take them.
 *
 * @param addresses each host:port, or protocol://host:port; at least one
 */
record BootstrapServers(List<String> addresses) {

    private static final Pattern ADDRESS =
            Pattern.compile("(?:[0-9a-zA-Z_%.-]+://)?(?:\\[([0-9a-fA-F:.%]+)]|([0-9a-zA-Z_%.-]+)):([0-9]{1,9})");

    BootstrapServers {
        addresses = List.copyOf(addresses);
    }

    /** One address, taken apart. */
    record Address(String host, int port) {
        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * Reads addresses with commas between them.
     *
     * @param where they stand
     * @throws InvalidClientConfigException if one is none
     */
    static BootstrapServers parse(String where, String written) {
        List<String> found = new ArrayList<>();
        for (String each : written.split(",", -1)) {
            String address = each.strip();
            Matcher parts = ADDRESS.matcher(address);
            boolean known = parts.matches();
            int port = known ? Integer.parseInt(parts.group(3)) : 0;
            if (port < 1 || port > 65_535) {
                throw new InvalidClientConfigException(where + " '" + written + "': "
                        + (address.isEmpty()
                                ? "an address is missing"
                                : known ? "there is no port " + port : "'" + address + "' is no address")
                        + "; want HOST:PORT, several with commas between them, ports 1 to 65535");
            }
            found.add(address);
        }
        return new BootstrapServers(found);
    }

    /** Whether both name the same addresses, in whatever order. */
    boolean sameAs(BootstrapServers other) {
        return normal().equals(other.normal());
    }

    private Set<String> normal() {
        Set<String> normal = new TreeSet<>();
        addresses.forEach(address -> normal.add(address.toLowerCase(Locale.ROOT)));
        return normal;
    }

    List<Address> apart() {
        return addresses.stream()
                .map(address -> {
                    Matcher parts = ADDRESS.matcher(address);
                    if (!parts.matches()) {
                        throw new IllegalArgumentException(address);
                    }
                    return new Address(
                            parts.group(1) == null ? parts.group(2) : parts.group(1), Integer.parseInt(parts.group(3)));
                })
                .toList();
    }

    /** As Kafka's clients take them. */
    @Override
    public String toString() {
        return String.join(",", addresses);
    }
}
