package org.enrol.audit.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.enrol.clock.ClockProducer;
import org.enrol.secret.SecretKeys;

/**
 * The operator's command behind {@code wildfly-config/bin/verify-audit.sh}: needs no server, and of the database only the right to read.
 *
 * <p>Reads its settings as lines {@code NAME=value} from standard input, so that no secret stands among the arguments, which everybody on
 * the machine can see. Ends with 0 if the trail is whole, 1 if it is not, 2 if that could not be found out.
 */
public final class VerifyAudit {

    private static final PrintStream OUT = System.out;
    private static final int BROKEN = 1;
    private static final int UNKNOWN = 2;

    private VerifyAudit() {
    }

    /** @param args files with anchors, or log files that hold them */
    public static void main(String[] args) throws IOException {
        int status = UNKNOWN;
        try {
            VerificationReport report = verify(settings(), List.of(args));
            print(report);
            status = report.isIntact() ? 0 : BROKEN;
        } catch (SQLException | IOException | IllegalStateException e) {
            OUT.println("The audit trail could not be verified: " + e.getMessage());
        }
        System.exit(status);
    }

    private static VerificationReport verify(Map<String, String> settings, List<String> files) throws IOException, SQLException {
        AuditKeys keys = new AuditKeys(SecretKeys.of(required(settings, "ENROL_SECRET_KEY"), settings.getOrDefault("ENROL_SECRET_KEY_PREVIOUS", "")));
        List<Anchor> anchors = new ArrayList<>();
        for (String file : files) {
            anchors.addAll(new AnchorFile(Path.of(file)).read());
        }
        Clock clock = new ClockProducer().clock();
        try (Connection connection = DriverManager.getConnection(required(settings, "ENROL_DB_URL"), required(settings, "ENROL_DB_USER"),
                settings.getOrDefault("ENROL_DB_PASSWORD", ""))) {
            return new TrailVerifier(keys, anchors).verify(connection, clock.instant());
        }
    }

    private static Map<String, String> settings() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.indexOf('=') > 0).collect(Collectors.toMap(
                    line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1), (first, last) -> last, TreeMap::new));
        }
    }

    private static String required(Map<String, String> settings, String name) {
        String value = settings.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }

    private static void print(VerificationReport report) {
        OUT.printf(Locale.ROOT, "Sealed entries %d, of these with erased personal part %d; waiting for their seal %d%s; anchors %d%s.%n", report.sealed(),
                report.erased(), report.waiting(), report.oldestWaiting() == null ? "" : " (since " + report.oldestWaiting() + ")",
                report.anchors(), report.unsigned() == 0 ? "" : " (" + report.unsigned() + " without a signature of these keys)");
        if (report.isIntact()) {
            OUT.println("INTACT: nothing was changed, deleted, put in, moved, cut off or sealed anew.");
        } else {
            OUT.println("BROKEN. The first bad record first:");
            report.findings().forEach(finding -> OUT.println("  " + finding.kind() + ": " + finding.text(Locale.ENGLISH)));
        }
        if (report.anchors() == 0) {
            OUT.println("No anchor was compared: the newest entries may be missing, or everything sealed anew by who has the key.");
        }
    }
}
