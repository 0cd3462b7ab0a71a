package org.enrol.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.enrol.launcher.Database;

/** The cluster's tables as their owner sees and changes them. */
record Rows(Database database) {

    int change(String sql, Object... values) {
        try (Connection owner = database.owner(); PreparedStatement statement = prepared(owner, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** The number in the only column of the only row. */
    long count(String sql, Object... values) {
        return Long.parseLong(text(sql, values));
    }

    /** The same for a text. */
    String text(String sql, Object... values) {
        try (Connection owner = database.owner(); PreparedStatement statement = prepared(owner, sql, values);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new AssertionError("no row: " + sql);
            }
            return rows.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    long accounts(String canonicalEmail) {
        return count("select count(*) from account where canonical_email = ?", canonicalEmail);
    }

    private static PreparedStatement prepared(Connection owner, String sql, Object... values) throws SQLException {
        PreparedStatement statement = owner.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
