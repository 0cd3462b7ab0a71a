package org.enrol.launcher;

import java.nio.file.Path;

/**
 * What an embedded PostgreSQL needs to know.
 *
 * @param programs            where PostgreSQL's programs are unpacked to, once
 * @param folder              data directory and log; kept from run to run
 * @param sql                 {@code wildfly-config/sql}: the same files that operators run
 * @param port                TCP port on the loopback address
 * @param durable             whether a commit waits for the disk; tests that throw the data away gain time without
 * @param ownerPassword       of the role {@code enrol_owner}, set at every start
 * @param applicationPassword of the role {@code enrol}, set at every start
 */
public record DatabaseSettings(Path programs, Path folder, Path sql, int port, boolean durable, String ownerPassword,
        String applicationPassword) {

    Path data() {
        return folder.resolve("data");
    }

    /** Exists only while a data directory is being made. */
    Path halfMadeData() {
        return folder.resolve("data.new");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    Path superuserPassword() {
        return folder.resolve("superuser.password");
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
