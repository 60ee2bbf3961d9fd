package io.docaxis.simulator.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Grafana of docker-compose.yml finds its data source and its dashboard, each of which fits the other. */
class GrafanaTest {

    private static final Path CHECKOUT = Tool.SHIPPED.getParent();
    private static final Path PROVISIONING = Tool.SHIPPED.resolve("grafana/provisioning");

    private final Map<?, ?> services = Shipped.at(Shipped.yaml(CHECKOUT.resolve("docker-compose.yml")), "services");

    @Test
    void isGivenFilesThatExist() {
        for (String service : List.of("prometheus", "alertmanager", "grafana")) {
            assertThat(mounts(service))
                    .as(service)
                    .isNotEmpty()
                    .allSatisfy((inside, file) -> assertThat(file).exists());
        }
    }

    @Test
    void findsItsDashboardsWhereTheyAreMounted() {
        Map<?, ?> provider = onlyOne("dashboards/docaxis.yml", "providers");
        Path path = Path.of((String) Shipped.at(provider, "options").get("path"));

        assertThat(mounts("grafana").get(path))
                .isEqualTo(Tool.SHIPPED.resolve("grafana/dashboards"))
                .isDirectoryContaining(file -> file.equals(Shipped.DASHBOARD));
        Path home = Path.of((String) Shipped.at(Shipped.at(services, "grafana"), "environment")
                .get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"));
        assertThat(mounts("grafana").get(home.getParent()).resolve(home.getFileName()))
                .isEqualTo(Shipped.DASHBOARD);
        for (String kind : List.of("datasources", "dashboards")) {
            assertThat(mounts("grafana").get(Path.of("/etc/grafana/provisioning", kind)))
                    .isEqualTo(PROVISIONING.resolve(kind));
        }
    }

    @Test
    void showsInItsDashboardWhatItsDataSourceIs() throws Exception {
        Map<?, ?> source = onlyOne("datasources/prometheus.yml", "datasources");
        JsonNode board = JsonMapper.shared().readTree(Files.readString(Shipped.DASHBOARD));

        assertThat(source.get("isDefault")).as("what the variable begins with").isEqualTo(true);
        JsonNode variable = board.get("templating")
                .get("list")
                .valueStream()
                .filter(each -> each.get("name").asString().equals("datasource"))
                .findFirst()
                .orElseThrow();
        assertThat(variable.get("type").asString()).isEqualTo("datasource");
        assertThat(variable.get("query").asString()).isEqualTo(source.get("type"));
        assertThat(board.get("panels").findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(used -> assertThat(used.toString())
                        .isEqualTo("{\"type\":\"" + source.get("type") + "\",\"uid\":\"${datasource}\"}"));
    }

    @Test
    void asksThePrometheusInItsNetwork() {
        Map<?, ?> source = onlyOne("datasources/prometheus.yml", "datasources");

        assertThat(source.get("url")).isEqualTo("http://127.0.0.1:9090");
        assertThat(Shipped.at(services, "grafana").get("network_mode"))
                .isEqualTo(Shipped.at(services, "prometheus").get("network_mode"))
                .isEqualTo("service:watch");
        assertThat((List<?>) Shipped.at(services, "watch").get("ports"))
                .asString()
                .contains("127.0.0.1::3000", "127.0.0.1::9090");
    }

    /** What a service sees of the checkout: where, and what. */
    private Map<Path, Path> mounts(String service) {
        return ((List<?>) Shipped.at(services, service).get("volumes"))
                .stream()
                        .map(mount -> ((String) mount).split(":"))
                        .collect(Collectors.toMap(
                                mount -> Path.of(mount[1]),
                                mount -> CHECKOUT.resolve(mount[0]).normalize()));
    }

    private static Map<?, ?> onlyOne(String file, String list) {
        List<?> all = (List<?>) Shipped.yaml(PROVISIONING.resolve(file)).get(list);
        assertThat(all).hasSize(1);
        return (Map<?, ?>) all.get(0);
    }
}
