package io.docaxis.simulator.result;

import org.apache.kafka.common.utils.internals.AppInfoParser;
import org.springframework.boot.SpringBootVersion;

/** Versions of what took part. */
public record Versions(String docaxis, String kafka, String springBoot) {

    public static Versions here() {
        String own = Versions.class.getPackage().getImplementationVersion();
        return new Versions(
                own == null ? "development" : own, AppInfoParser.getVersion(), SpringBootVersion.getVersion());
    }
}
