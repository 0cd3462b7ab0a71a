package org.enrol.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code registration.sql} over one JDBC connection, prepared once: as little as a Java program can do to register somebody. */
final class BareStatements {

    /** A variable, but not the type of a cast. */
    private static final Pattern VARIABLE = Pattern.compile("(?<!:):([a-z]+)");
    private static final String KEEPS = "\\gset";
    private static final int NUMBERS = 2_000_000_000;

    /** A statement, the variables that it reads, and whether its row becomes variables. */
    private record Line(PreparedStatement statement, List<String> reads, boolean keeps) {
    }

    private final List<Line> lines = new ArrayList<>();

    BareStatements(Connection connection) throws IOException, SQLException {
        for (String line : script().split("\n")) {
            if (!line.startsWith("--") && !line.startsWith("\\set")) {
                lines.add(prepare(connection, line));
            }
        }
    }

    static String script() throws IOException {
        try (InputStream sql = BareStatements.class.getResourceAsStream("registration.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void register() throws SQLException {
        Map<String, String> variables = new HashMap<>();
        variables.put("n", Integer.toString(ThreadLocalRandom.current().nextInt(NUMBERS)));
        for (Line line : lines) {
            PreparedStatement statement = line.statement();
            for (int i = 0; i < line.reads().size(); i++) {
                statement.setObject(i + 1, variables.get(line.reads().get(i)), Types.OTHER);
            }
            statement.execute();
            if (line.keeps()) {
                keep(statement, variables);
            }
        }
    }

    private static void keep(PreparedStatement statement, Map<String, String> variables) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                variables.put(row.getMetaData().getColumnLabel(i), row.getString(i));
            }
        }
    }

    private static Line prepare(Connection connection, String line) throws SQLException {
        boolean keeps = line.endsWith(KEEPS);
        String sql = keeps ? line.substring(0, line.length() - KEEPS.length()) : line;
        List<String> reads = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(sql);
        while (variable.find()) {
            reads.add(variable.group(1));
        }
        return new Line(connection.prepareStatement(variable.replaceAll("?")), reads, keeps);
    }
}
