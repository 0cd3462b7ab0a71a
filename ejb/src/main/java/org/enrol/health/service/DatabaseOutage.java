package org.enrol.health.service;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;

/** Tells a database that cannot be reached, which mends itself, from a fault of ours. */
public final class DatabaseOutage {

    /** No chain of causes is longer; one that goes round in circles must end. */
    private static final int DEEPEST = 30;

    private DatabaseOutage() {
    }

    /** @param thrown null for none; a commit that failed names its reason among the suppressed ones */
    public static boolean isBehind(Throwable thrown) {
        return isBehind(thrown, DEEPEST);
    }

    private static boolean isBehind(Throwable thrown, int depth) {
        if (thrown == null || depth == 0) {
            return false;
        }
        return thrown instanceof SQLException failure && isOutage(failure)
                || Stream.concat(Stream.of(thrown).map(Throwable::getCause), Arrays.stream(thrown.getSuppressed()))
                        .anyMatch(next -> isBehind(next, depth - 1));
    }

    /** Classes 08 (connection) and 57P (shut down, crashed, starting); the pool itself, which has no connection, gives no state. */
    private static boolean isOutage(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }
}
