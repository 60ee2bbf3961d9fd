package io.docaxis.simulator.load.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.load.judge.Proof;
import io.docaxis.simulator.load.judge.Validity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LoadJunitTest {

    @Test
    void hasACaseForEachRequirementForTheEndForValidityAndForTheProof() throws Exception {
        Element suite = parsed(SampleLoad.whole("e2e.p50 < 50ms, publish.p99 < 100ms, late < 400"));

        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(cases(suite))
                .containsExactly(
                        "end: passed",
                        "validity: passed",
                        "proof: passed",
                        "e2e.p50 < 50ms: passed",
                        "publish.p99 < 100ms: failure",
                        "late < 400: passed",
                        "failed <= 0: passed");
        assertThat(counts(suite)).containsExactly("7", "1", "0", "0");
        assertThat(suite.getAttribute("timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
        assertThat(Double.parseDouble(suite.getAttribute("time"))).isEqualTo(30);
    }

    @Test
    void whatIsUnknownInvalidOrDidNotComeAboutIsAnError() throws Exception {
        Element suite = parsed(SampleLoad.unknown());

        assertThat(cases(suite))
                .containsExactly(
                        "end: error",
                        "validity: skipped",
                        "proof: skipped",
                        "e2e.p99 < 50ms: error",
                        "exact: error",
                        "failed <= 0: error");
        assertThat(counts(suite)).containsExactly("6", "0", "4", "2");

        Element invalid = parsed(SampleLoad.proved(
                SampleLoad.ending(SampleLoad.whole(), LoadEnd.INTERRUPTED),
                new LoadProof(Proof.DIFFERS, List.of("a <cell> & \"another\" \u0001")),
                new Validity(List.of("slip", "waited"), List.of(), false)));

        assertThat(cases(invalid))
                .containsExactly("end: error", "validity: error", "proof: failure", "failed <= 0: passed");
        assertThat(invalid.getTextContent()).contains("a <cell> & \"another\" ?", "slip\nwaited");
    }

    private static Element parsed(LoadResult result) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(LoadJunit.of(result).getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<String> counts(Element suite) {
        return List.of("tests", "failures", "errors", "skipped").stream()
                .map(suite::getAttribute)
                .toList();
    }

    private static List<String> cases(Element suite) {
        NodeList all = suite.getElementsByTagName("testcase");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element each = (Element) all.item(i);
            NodeList inside = each.getElementsByTagName("*");
            assertThat(each.getAttribute("classname")).isEqualTo("docaxis.load");
            found.add(each.getAttribute("name") + ": "
                    + (inside.getLength() == 0 ? "passed" : ((Element) inside.item(0)).getTagName()));
        }
        return found;
    }
}
