package org.enrol.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The two database roles: the running application may not change the schema. */
class DatasourceIT extends ContainerTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Resource(lookup = "java:jboss/datasources/EnrolDS")
    private DataSource application;
    @Resource(lookup = "java:jboss/datasources/EnrolOwnerDS")
    private DataSource owner;

    @Test
    void applicationConnectsWithItsOwnRole() throws SQLException {
        assertThat(roleOf(application)).isEqualTo("enrol");
    }

    @Test
    void migrationsConnectWithTheOwnersRole() throws SQLException {
        assertThat(roleOf(owner)).isEqualTo("enrol_owner");
    }

    @Test
    void applicationMayNotCreateATable() {
        assertThatThrownBy(() -> execute(application, "create table intruder (id bigint)"))
                .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    private static String roleOf(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_user")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
