package org.enrol.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/** The variables {@code ENROL_…} of a server on this machine; the README's table says what each means. */
public final class Environment {

    private final Map<String, String> variables = new LinkedHashMap<>();

    private Environment() {
    }

    /**
     * Everything a server needs; sample registries are on.
     *
     * @param publicUrl the only address that the server answers to
     * @param secretKey standard base64, the same on all nodes
     */
    public static Environment of(String publicUrl, String secretKey, DatabaseSettings database, int smtpPort) {
        return new Environment()
                .with("ENROL_PUBLIC_URL", publicUrl)
                .with("ENROL_SECRET_KEY", secretKey)
                .with("ENROL_DB_URL", database.jdbcUrl(Database.NAME))
                .with("ENROL_DB_USER", Database.APPLICATION)
                .with("ENROL_DB_PASSWORD", database.applicationPassword())
                .with("ENROL_DB_OWNER_USER", Database.OWNER)
                .with("ENROL_DB_OWNER_PASSWORD", database.ownerPassword())
                .with("ENROL_SMTP_HOST", "127.0.0.1")
                .with("ENROL_SMTP_PORT", Integer.toString(smtpPort))
                .with("ENROL_SMTP_TLS", "none")
                .with("ENROL_MAIL_FROM", "Enrol <no-reply@enrol.example>")
                .with("ENROL_ADMIN_EMAIL", "admin@enrol.example")
                .with("ENROL_SAMPLE_REGISTRIES", "true");
    }

    /** Adds a variable, or gives it another value. */
    public Environment with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    public Map<String, String> variables() {
        return Map.copyOf(variables);
    }
}
