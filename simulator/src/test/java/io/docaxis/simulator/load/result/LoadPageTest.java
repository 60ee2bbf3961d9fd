package io.docaxis.simulator.load.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.load.measure.EventCount;
import io.docaxis.simulator.load.measure.Measured;
import io.docaxis.simulator.load.measure.SecondFigures;
import io.docaxis.simulator.report.Chart.Point;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class LoadPageTest {

    private final String html = LoadPage.of(SampleLoad.whole("e2e.p99 < 50ms"));

    @Test
    void isWellFormedAndEscapesWhatUsersWrite() throws Exception {
        // the only elements that are not closed are those of the head
        String xml = html.replace("<!doctype html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
        Document page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));

        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(7);
        assertThat(page.getElementsByTagName("b").getLength()).isZero();
        assertThat(page.getDocumentElement().getTextContent()).contains("<b>\"bold\" & 'brave'</b>");
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            for (String foreign : new String[] {"src", "href", "style", "onload", "onclick"}) {
                assertThat(all.item(i).getAttributes().getNamedItem(foreign))
                        .as(foreign)
                        .isNull();
            }
        }
    }

    @Test
    void letsTheBrowserLoadNothingAndTakeItsOwnStyleAlone() throws Exception {
        Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(html);
        assertThat(style.find()).isTrue();
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));

        assertThat(html)
                .contains("content=\"default-src 'none'; style-src 'sha256-" + hash + "'\"")
                .doesNotContain("http:", "https:", "<script", "@import", "url(");
        assertThat(style.find()).as("a second style").isFalse();
    }

    @Test
    void saysTheVerdictBeforeTheFigures() {
        assertThat(html.indexOf("BROKEN: e2e.p99 &lt; 50ms")).isPositive().isLessThan(html.indexOf("<svg"));
        assertThat(html).contains("Intended and achieved", "Latency by percentile", "Lag", "Processors by part");
    }

    /** Who takes most first; there are more parts than ways to draw a line. */
    @Test
    void showsTheProcessorsOfEveryPart() {
        String charts = html.substring(html.indexOf("Processors by part"));
        assertThat(charts).contains("session", "broker", "consumer", "sources", "java itself");
        String second = charts.substring(charts.indexOf("those that take less"));
        assertThat(second.substring(0, second.indexOf("</svg>")))
                .contains("sources", "java itself")
                .doesNotContain("consumer");
    }

    @Test
    void isThereForALoadOfWhichNothingIsKnown() {
        String unknown = LoadPage.of(SampleLoad.unknown());

        assertThat(unknown).contains("ENVIRONMENT: the cluster is gone", "acknowledged (unknown)", "UNKNOWN");
        assertThat(unknown).doesNotContain("NaN", "Infinity");
        assertThat(html).doesNotContain("NaN", "Infinity");
    }

    @Test
    void showsALongLoadInSomeHundredPoints() {
        List<SecondFigures> seconds = IntStream.range(0, 7_200)
                .mapToObj(second ->
                        new SecondFigures(second, Map.of(EventCount.DUE, second % 12 == 0 ? 24L : 0L), Map.of()))
                .toList();
        Slices slices = new Slices(new Measured(SampleLoad.STRETCH, Map.of(), Map.of(), seconds, Map.of(), 0));

        assertThat(slices.width()).isEqualTo(12);
        assertThat(slices.counts(EventCount.DUE))
                .hasSize(600)
                .allSatisfy(point -> assertThat(point.up()).isEqualTo(2));
        assertThat(slices.counts(EventCount.SENT))
                .allSatisfy(point -> assertThat(point.up()).isNaN());
        assertThat(slices.samples(List.of(5, 11, 30), each -> each, each -> each == 30 ? Double.NaN : each))
                .containsExactly(new Point(6, 11), new Point(18, Double.NaN), new Point(30, Double.NaN));
    }
}
