package org.enrol.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.enrol.launcher.Database;
import org.enrol.launcher.DatabaseSettings;
import org.enrol.launcher.Ports;
import org.enrol.launcher.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The embedded PostgreSQL itself, on data of its own: what it keeps, and what a killed run may leave behind. */
class DatabaseIT {

    private DatabaseSettings settings;
    private Database database;

    @BeforeEach
    void start() {
        Settings local = Settings.ofSystemProperties();
        settings = new DatabaseSettings(local.programs(), Path.of("target", "database-it").toAbsolutePath(), local.sql(),
                Ports.anyFree(), true, "owner's word", "application's word");
        database = Database.startEmpty(settings);
    }

    @AfterEach
    void stop() {
        database.stop();
    }

    @Test
    void committedRowSurvivesACrash() throws SQLException {
        execute("create table kept (id bigint)");
        execute("insert into kept values (7)");

        database.crash();
        assertThatThrownBy(database::application).isInstanceOf(SQLException.class);
        database.start();

        assertThat(number("select id from kept")).isEqualTo(7);
    }

    @Test
    void serverLeftBehindByAKilledRunIsReplaced() throws SQLException {
        execute("create table kept (id bigint)");
        execute("insert into kept values (8)");

        database = Database.start(settings);

        assertThat(number("select id from kept")).isEqualTo(8);
    }

    @Test
    void onlyTheRightPasswordOpensIt() {
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), Database.APPLICATION, "another word"))
                .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.owner(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.owner(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
