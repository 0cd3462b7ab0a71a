package org.enrol.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Makes roles, database and grants by the SQL files that operators run, see {@code wildfly-config/sql}. */
final class SetUp {

    private final Database database;
    private final DatabaseSettings settings;

    SetUp(Database database, DatabaseSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    void createRolesAndDatabase() {
        try (Connection connection = database.superuser("postgres")) {
            run(connection, "create-database.sql");
        } catch (SQLException e) {
            throw new StartRefused("create-database.sql failed: " + e.getMessage(), e);
        }
    }

    void createSchema() {
        try (Connection connection = database.owner()) {
            run(connection, "create-schema.sql");
        } catch (SQLException e) {
            throw new StartRefused("create-schema.sql failed: " + e.getMessage(), e);
        }
    }

    void givePasswords() {
        try (Connection connection = database.superuser("postgres"); Statement statement = connection.createStatement()) {
            statement.execute(givePassword(statement, Database.OWNER, settings.ownerPassword()));
            statement.execute(givePassword(statement, Database.APPLICATION, settings.applicationPassword()));
        } catch (SQLException e) {
            throw new StartRefused("The database in " + settings.folder() + " does not let the launcher in (" + e.getMessage()
                    + "): delete that directory to begin anew.", e);
        }
    }

    private static String givePassword(Statement statement, String role, String password) throws SQLException {
        return "ALTER ROLE " + statement.enquoteIdentifier(role, true) + " PASSWORD " + statement.enquoteLiteral(password);
    }

    private void run(Connection connection, String file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(settings.sql().resolve(file))) {
                statement.execute(sql);
            }
        }
    }

    /** A statement ends with a semicolon at the end of a line, comments are whole lines: the rule stands in the files. */
    private static List<String> statements(Path file) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : lines(file)) {
            if (line.isBlank() || line.startsWith("--")) {
                continue;
            }
            statement.append(line).append('\n');
            if (line.stripTrailing().endsWith(";")) {
                statements.add(statement.toString());
                statement.setLength(0);
            }
        }
        return statements;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new StartRefused("Cannot read " + file + ": is this a complete copy of the repository?", e);
        }
    }
}
