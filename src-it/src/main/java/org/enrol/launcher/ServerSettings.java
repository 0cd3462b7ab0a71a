package org.enrol.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a WildFly process needs to know.
 *
 * @param wildflyHome    the assembled and configured server; only read
 * @param folder         the process's own directory: configuration (a copy), deployments, logs, transaction log
 * @param ear            the archive to deploy
 * @param httpPort       of the pages, on the loopback address
 * @param managementPort of management, health and metrics, on the loopback address
 * @param jvmOptions     before the class path, e.g. {@code -Xmx768m}
 * @param environment    the variables {@code ENROL_…} that the server reads
 */
public record ServerSettings(Path wildflyHome, Path folder, Path ear, int httpPort, int managementPort, List<String> jvmOptions,
        Map<String, String> environment) {

    public ServerSettings {
        jvmOptions = List.copyOf(jvmOptions);
        environment = Map.copyOf(environment);
    }

    /** Exactly the address that the application knows as its own; it refuses any other host name. */
    public String url() {
        return "http://localhost:" + httpPort;
    }

    Path deployments() {
        return folder.resolve("deployments");
    }

    Path log() {
        return folder.resolve("log/server.log");
    }

    /** What the process writes itself, before and beside its log. */
    Path console() {
        return folder.resolve("log/console.log");
    }

    Path pid() {
        return folder.resolve("server.pid");
    }
}
