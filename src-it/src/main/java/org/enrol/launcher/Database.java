package org.enrol.launcher;

import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * An embedded PostgreSQL with Enrol's roles and its database, shared by the demo and the tests.
 *
 * <p>The server runs as a daemon of its own, so that Ctrl-C in a terminal reaches only the launcher, which then stops things
 * in order. A first start takes about 4 s, a later one less than 1 s.
 */
public final class Database implements Closeable {

    public static final String NAME = "enrol";
    public static final String OWNER = "enrol_owner";
    public static final String APPLICATION = "enrol";
    static final String SUPERUSER = "postgres";

    private final DatabaseSettings settings;
    private final PostgresControl control;
    private final String superuserPassword;

    private Database(DatabaseSettings settings) {
        this.settings = settings;
        Folders.create(settings.folder());
        this.superuserPassword = Secrets.keptIn(settings.superuserPassword());
        this.control = new PostgresControl(settings);
    }

    /**
     * Starts the database; makes its data directory before, where there is none. A server that a killed run has left behind
     * on the same data is stopped first.
     *
     * @throws StartRefused if it does not start; the message says what to do
     */
    public static Database start(DatabaseSettings settings) {
        return start(settings, false);
    }

    /** The same, on an empty database: what an earlier run kept is thrown away. */
    public static Database startEmpty(DatabaseSettings settings) {
        return start(settings, true);
    }

    private static Database start(DatabaseSettings settings, boolean empty) {
        Database database = new Database(settings);
        database.control.stopOrphan();
        if (empty) {
            Folders.delete(settings.data());
        }
        Ports.requireFree(settings.port(), "the database", "enrol.db.port");
        if (!Files.isDirectory(settings.data())) {
            database.make();
        }
        database.start();
        return database;
    }

    /** Starts it again after {@link #stop} or {@link #crash}, on the same data and port. */
    public void start() {
        control.start(settings.data());
        SetUp setUp = new SetUp(this, settings);
        setUp.givePasswords();
    }

    /** Ends all connections and stops in order. Does nothing where it is stopped. */
    public void stop() {
        control.stop(settings.data(), "fast");
    }

    /** Stops as if the machine had lost its power; the next start recovers from the log. */
    public void crash() {
        control.stop(settings.data(), "immediate");
    }

    @Override
    public void close() {
        stop();
    }

    public String jdbcUrl() {
        return settings.jdbcUrl(NAME);
    }

    public int port() {
        return settings.port();
    }

    /** A connection of the role that owns the schema. */
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), OWNER, settings.ownerPassword());
    }

    /** A connection of the role that the application runs as. */
    public Connection application() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), APPLICATION, settings.applicationPassword());
    }

    /** A connection of PostgreSQL's own administrator. */
    public Connection superuser() throws SQLException {
        return superuser(NAME);
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(settings.jdbcUrl(database), SUPERUSER, superuserPassword);
    }

    /** Made and filled under another name, so that a run killed meanwhile leaves nothing that looks finished. */
    private void make() {
        Path half = settings.halfMadeData();
        Folders.delete(half);
        control.initialise(half);
        control.start(half);
        try {
            SetUp setUp = new SetUp(this, settings);
            setUp.createRolesAndDatabase();
            setUp.givePasswords();
            setUp.createSchema();
        } finally {
            control.stop(half, "fast");
        }
        Folders.move(half, settings.data());
    }
}
