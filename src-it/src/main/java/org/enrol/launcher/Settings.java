package org.enrol.launcher;

import java.nio.file.Path;

/**
 * Where the parts of a local Enrol are, from system properties ({@code -Denrol.http.port=8180}).
 *
 * @param root           the repository
 * @param folder         everything that is kept between runs
 * @param wildflyHome    the assembled server
 * @param ear            the built archive
 * @param programs       where PostgreSQL's programs are unpacked to
 */
public record Settings(Path root, Path folder, Path wildflyHome, Path ear, Path programs, int httpPort, int mailPort, int smtpPort,
        int databasePort, int managementPort) {

    public static Settings ofSystemProperties() {
        Path root = Path.of(System.getProperty("enrol.root", "")).toAbsolutePath();
        Path folder = path("enrol.demo.dir", root.resolve(".demo"));
        return new Settings(root, folder,
                path("enrol.wildfly.home", root.resolve("wildfly-config/target/wildfly")),
                path("enrol.ear", root.resolve("ear/target/enrol.ear")),
                path("enrol.postgres.programs", folder.resolve("postgresql")),
                port("enrol.http.port", 8080), port("enrol.mail.port", 8025), port("enrol.smtp.port", 2525),
                port("enrol.db.port", 15432), port("enrol.management.port", 9990));
    }

    /** The SQL files that operators run. */
    public Path sql() {
        return root.resolve("wildfly-config/sql");
    }

    private static Path path(String property, Path otherwise) {
        String value = System.getProperty(property, "");
        return value.isBlank() ? otherwise : Path.of(value).toAbsolutePath();
    }

    /** A property that is there but empty counts as not given: Maven passes those that nobody set. */
    private static int port(String property, int otherwise) {
        String value = System.getProperty(property, "");
        if (value.isBlank() || value.startsWith("${")) {
            return otherwise;
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new StartRefused("-D" + property + "=" + value + " is no port: give a number from 1 to 65535.");
        }
        return Integer.parseInt(value);
    }
}
