package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ProgramProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The story at an hour a second, in the real command, by its metrics: one province falls silent, and is heard again. */
class SilentProvinceIT {

    private static final Pattern SILENT =
            Pattern.compile("(?m)^docaxis_agency_silent\\{agency=\"(\\w+)\",[^}]*} ([01])\\.0$");
    private static final Pattern WATERMARK =
            Pattern.compile("(?m)^docaxis_watermark_timestamp_seconds\\{[^}]*} (\\S+)$");
    private static final Pattern BOOKS = Pattern.compile("(?m)^docaxis_books_balance\\{[^}]*} 0\\.0$");

    /** Figures are learnt once a second. */
    private static final long LOOK_EVERY_NS = 500_000_000;

    private final HttpClient http = HttpClient.newHttpClient();
    /** By agency: the watermark at which it was first seen to be silent. */
    private final SortedMap<String, Long> silentFrom = new TreeMap<>();

    private final SortedMap<String, Long> silentUntil = new TreeMap<>();
    private long watermark;
    private long lookedNs;
    private int unbalanced;
    private int agencies;

    @Test
    @Tag("slow")
    void itAloneIsSilentAndSeenWithinFourWorkingHours() throws Exception {
        int port = freePort();
        try (ProgramProcess run = ProgramProcess.start(
                "run",
                "silent-province",
                "--speed",
                "3600x",
                "--until",
                "2023-06-19 17:00",
                "--management-port",
                String.valueOf(port))) {
            Waiting.until("the end of the run", () -> watermark, () -> {
                look(port);
                return !run.isRunning();
            });
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.EXACT);
        }
        System.out.println("silent-province at 3600x: silent from " + silentFrom + " until " + silentUntil + "; "
                + agencies + " agencies, watermark last seen at " + Instant.ofEpochSecond(watermark));
        assertThat(silentFrom).containsOnlyKeys("H53");
        assertThat(silentFrom.get("H53")).isBetween(at("2023-06-12T08:00"), at("2023-06-12T12:00"));
        assertThat(silentUntil.get("H53")).isBetween(at("2023-06-18T17:00"), at("2023-06-19T17:00"));
        assertThat(agencies).isEqualTo(88);
        assertThat(unbalanced).as("looks at which the books did not balance").isZero();
    }

    private void look(int port) {
        if (lookedNs != 0 && System.nanoTime() - lookedNs < LOOK_EVERY_NS) {
            return;
        }
        lookedNs = System.nanoTime();
        String metrics = scrape(port);
        watermark = (long) all(metrics, WATERMARK).min().orElse(watermark);
        unbalanced += BOOKS.matcher(metrics).find() ? 1 : 0;
        Matcher series = SILENT.matcher(metrics);
        int known = 0;
        while (series.find()) {
            known++;
            String agency = series.group(1);
            if (series.group(2).equals("1")) {
                silentFrom.putIfAbsent(agency, watermark);
                silentUntil.put(agency, watermark);
            }
        }
        agencies = Math.max(agencies, known);
    }

    private static DoubleStream all(String metrics, Pattern value) {
        return value.matcher(metrics).results().mapToDouble(found -> Double.parseDouble(found.group(1)));
    }

    /** Empty before it is served, and when it no longer is. */
    private String scrape(int port) {
        URI uri = URI.create("http://127.0.0.1:" + port + "/actuator/prometheus");
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static long at(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7));
    }
}
