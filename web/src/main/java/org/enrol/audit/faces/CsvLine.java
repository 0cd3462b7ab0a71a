package org.enrol.audit.faces;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of comma-separated values (RFC 4180) that spreadsheets show and do not execute: a cell that begins as a formula does gets an
 * apostrophe before it. Other control characters, which could deceive a terminal, become visible.
 *
 * <p>Source: OWASP, CSV injection; the wide signs are what East Asian keyboards write.
 */
public final class CsvLine {

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

    private CsvLine() {
    }

    /** With the line end of the standard. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String value) {
        String visible = CONTROL.matcher(value).replaceAll(control -> "\\\\u%04x".formatted((int) control.group().charAt(0)));
        String harmless = FORMULA.matcher(visible).find() ? "'" + visible : visible;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
