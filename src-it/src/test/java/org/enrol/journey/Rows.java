package org.enrol.journey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.enrol.surroundings.Surroundings;

/** The tables as their owner sees and changes them: to check what became of a deed, and to let rows grow old. */
final class Rows {

    private Rows() {
    }

    static int change(String sql, Object... values) {
        try (Connection owner = Surroundings.database().owner(); PreparedStatement statement = prepared(owner, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    static long count(String sql, Object... values) {
        return Long.parseLong(list(sql, values).get(0));
    }

    /** The first column of the only row. */
    static String one(String sql, Object... values) {
        List<String> rows = list(sql, values);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows: " + sql);
        }
        return rows.get(0);
    }

    /** The first column, as text. */
    static List<String> list(String sql, Object... values) {
        try (Connection owner = Surroundings.database().owner(); PreparedStatement statement = prepared(owner, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    static long accounts(String canonicalEmail) {
        return count("select count(*) from account where canonical_email = ?", canonicalEmail);
    }

    /** Everything that is counted, was counted so much earlier. */
    static void letCountersAge(Duration time) {
        change("update throttle set window_start = window_start - make_interval(secs => ?)", (double) time.toSeconds());
    }

    /** The newest link of the mailbox was first sent so long ago. */
    static void letNewestLinkAge(String canonicalEmail, Duration age) {
        int changed = change("""
                update link set first_sent_at = now() - make_interval(secs => ?) where id =
                (select max(id) from link where address = ? and first_sent_at is not null)""",
                (double) age.toMillis() / 1000, canonicalEmail);
        if (changed != 1) {
            throw new AssertionError("no sent link of " + canonicalEmail);
        }
    }

    private static PreparedStatement prepared(Connection owner, String sql, Object... values) throws SQLException {
        PreparedStatement statement = owner.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
