package io.docaxis.simulator.report;

import io.docaxis.common.kafka.ClientVersion;
import java.util.Locale;
import org.springframework.boot.SpringBootVersion;

/** Versions of what took part. */
public record Versions(String docaxis, String kafka, String springBoot) {

    /** What a program ran on, in a line. */
    public String on(Machine machine) {
        return String.format(
                Locale.ROOT,
                "docaxis %s, Kafka %s, Java %s; %s %s, %d processors",
                docaxis,
                kafka,
                machine.java(),
                machine.os(),
                machine.arch(),
                machine.processors());
    }

    public static Versions here() {
        String own = Versions.class.getPackage().getImplementationVersion();
        return new Versions(own == null ? "development" : own, ClientVersion.here(), SpringBootVersion.getVersion());
    }
}
