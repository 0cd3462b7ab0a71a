package org.enrol.messaging.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.enrol.messaging.port.Messaging.Failure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpEncryptionTest {

    private static final String KEY_STORE = "greenmail.tls.keystore.file";
    private static final String KEY_STORE_PASSWORD = "greenmail.tls.keystore.password";
    @TempDir
    static Path directory;
    private static Certificate localhost;
    private static Certificate elsewhere;

    @BeforeAll
    static void makeCertificates() throws Exception {
        localhost = Certificate.madeIn(directory, "localhost");
        elsewhere = Certificate.madeIn(directory, "mail.elsewhere.example");
        System.setProperty(KEY_STORE, localhost.keyStore().toString());
        System.setProperty(KEY_STORE_PASSWORD, Certificate.PASSWORD);
    }

    @AfterAll
    static void forgetCertificates() {
        System.clearProperty(KEY_STORE);
        System.clearProperty(KEY_STORE_PASSWORD);
    }

    @Test
    void aPasswordIsGivenToAServerThatInsistsOnOne() throws IOException {
        try (StrictMailServer server = new StrictMailServer().insistingOnPassword("s3cret").start()) {
            assertThat(send(server.port(), "none", "s3cret")).isNull();
            assertThat(server.received()).singleElement().matches(StrictMailServer.Received::signedIn);
            assertThat(send(server.port(), "none", "wrong").reason()).contains("AuthenticationFailedException").contains("535");
            assertThat(Sender.to(server.port()).send(List.of(Sender.mail("1.a", "jo@dept.example"))).get("1.a"))
                    .isEqualTo(new Failure("SMTP 530 5.7.0", false));
        }
    }

    @Test
    void startTlsWithATrustedCertificateEncryptsPasswordAndMail() throws Exception {
        try (StrictMailServer server = new StrictMailServer().offeringStartTls(localhost.context()).insistingOnPassword("s3cret").start()) {
            assertThat(sendTrusting(localhost, server.port(), "starttls")).contains("failed: {}");
            assertThat(server.received()).singleElement().matches(StrictMailServer.Received::encrypted).matches(StrictMailServer.Received::signedIn);
        }
    }

    @Test
    void implicitTlsWithATrustedCertificateDelivers() throws Exception {
        GreenMail server = encrypted();
        try {
            assertThat(sendTrusting(localhost, server.getSmtps().getPort(), "tls")).contains("failed: {}");
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForGetsNeitherPasswordNorMail() throws Exception {
        GreenMail server = encrypted();
        try (StrictMailServer starting = new StrictMailServer().offeringStartTls(localhost.context()).start()) {
            assertThat(send(server.getSmtps().getPort(), "tls", "s3cret")).matches(SmtpEncryptionTest::isUntrusted);
            assertThat(send(starting.port(), "starttls", "s3cret")).matches(SmtpEncryptionTest::isUntrusted);
            assertThat(server.getReceivedMessages()).isEmpty();
            assertThat(starting.received()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aTrustedCertificateOfAnotherHostIsRefused() throws Exception {
        try (StrictMailServer server = new StrictMailServer().offeringStartTls(elsewhere.context()).start()) {
            assertThat(sendTrusting(elsewhere, server.port(), "starttls")).contains("localhost").doesNotContain("failed: {}");
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void aServerWithoutStartTlsGetsNothingInTheClear() throws IOException {
        try (StrictMailServer server = new StrictMailServer().start()) {
            assertThat(send(server.port(), "starttls", "s3cret")).matches(failure -> failure.reason().contains("STARTTLS") && !failure.permanent());
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void settingsThatContradictEachOtherAreNamed() {
        assertThatThrownBy(() -> Sender.to("localhost", 25, "maybe", null, null)).hasMessageContaining("ENROL_SMTP_TLS");
        assertThatThrownBy(() -> Sender.to("localhost", 25, "tls", "enrol", null)).hasMessageContaining("ENROL_SMTP_PASSWORD");
    }

    private static boolean isUntrusted(Failure failure) {
        return failure.reason().contains("unable to find valid certification path") && !failure.permanent();
    }

    private static GreenMail encrypted() {
        GreenMail server = new GreenMail(ServerSetup.SMTPS.dynamicPort());
        server.setUser("enrol", "s3cret");
        server.start();
        return server;
    }

    private static Failure send(int port, String tls, String password) {
        return Sender.to("localhost", port, tls, "enrol", password).send(List.of(Sender.mail("1.a", "jo@dept.example"))).get("1.a");
    }

    /** In a JVM of its own: a JVM reads its trust store once. */
    private static String sendTrusting(Certificate certificate, int port, String tls) throws Exception {
        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djavax.net.ssl.trustStore=" + certificate.trustStore(), "-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD,
                "-cp", System.getProperty("java.class.path"), Sender.class.getName(), String.valueOf(port), tls, "enrol", "s3cret")
                .redirectErrorStream(true).start();
        String said = new String(java.getInputStream().readAllBytes());
        java.waitFor();
        return said;
    }
}
