package org.enrol.messaging.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.enrol.messaging.port.Mail;
import org.enrol.messaging.port.Messaging.Failure;
import org.junit.jupiter.api.Test;

class SmtpMessagingTest {

    private static final Mail JO = Sender.mail("1.a", "jo@dept.example");
    private static final Mail ALEX = Sender.mail("2.b", "alex@dept.example");
    private static final Mail SAM = Sender.mail("3.c", "sam@dept.example");

    @Test
    void aMailArrivesInBothFormsWithHeadersThatKeepAutomaticRepliesAway() throws Exception {
        Mail mail = new Mail("42.f00", "jo@dept.example", "Croeso – مرحبا", "Llŷn", "<p>Llŷn</p>", "cy");

        MimeMessage arrived = delivered(mail);

        assertThat(arrived.getSubject()).isEqualTo("Croeso – مرحبا");
        assertThat(arrived.getFrom()).extracting(Object::toString).containsExactly("Enrol <no-reply@enrol.example>");
        assertThat(arrived.getHeader("To")).containsExactly("jo@dept.example");
        assertThat(arrived.getHeader("Message-ID")).containsExactly("<42.f00@enrol.example>");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived.getHeader("Content-Language")).containsExactly("cy");
        assertThat(arrived.getSentDate()).isEqualTo("2026-11-22T10:15:30Z");
        assertThat(arrived.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) arrived.getContent();
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Llŷn");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Llŷn</p>");
    }

    @Test
    void aRetryCarriesTheSameMessageId() throws Exception {
        assertThat(delivered(JO).getMessageID()).isEqualTo(delivered(JO).getMessageID()).isEqualTo("<1.a@enrol.example>");
    }

    @Test
    void theDomainOfTheRecipientTravelsInAscii() throws Exception {
        assertThat(delivered(Sender.mail("1.a", "jo@straße.example")).getHeader("To")).containsExactly("jo@xn--strae-oqa.example");
    }

    @Test
    void aHeaderCannotBeSmuggledInByALineBreak() {
        for (String evil : List.of("a\r\nBcc: x@evil.example", "a\nBcc: x@evil.example", "a\rb", "a\0b", "a\u2028b", "a\u0085b")) {
            assertThatThrownBy(() -> new Mail("1", "jo@dept.example", evil, "", "", "en")).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("subject").hasMessageNotContaining("evil");
            assertThatThrownBy(() -> new Mail("1", evil, "Hello", "", "", "en")).hasMessageContaining("recipient");
            assertThatThrownBy(() -> new Mail(evil, "jo@dept.example", "Hello", "", "", "en")).hasMessageContaining("id");
            assertThatThrownBy(() -> new Mail("1", "jo@dept.example", "Hello", "", "", evil)).hasMessageContaining("language");
        }
    }

    @Test
    void whatIsNoSingleAddressIsRefusedForGoodAndNothingOfItReachesTheServer() throws IOException {
        try (StrictMailServer server = new StrictMailServer().start()) {
            for (String evil : List.of("jo@dept.example, x@evil.example", "jo@dept.example>", "<jo@dept.example>", "jo", "@dept.example",
                    "jo@", "jo@a..example", "x@y@dept.example", "jó@dept.example", "jo(x)@dept.example", "jo@dept.example (x)")) {
                assertThat(Sender.to(server.port()).send(List.of(Sender.mail("1.a", evil))).get("1.a"))
                        .as(evil).isNotNull().matches(Failure::permanent);
            }
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void aRefusedRecipientIsPermanentAndTheNextMailGoesOnOverTheSameConnection() throws IOException {
        try (StrictMailServer server = new StrictMailServer().answering("alex@dept.example", "550 5.1.1 <alex@dept.example> unknown").start()) {
            Map<String, Failure> failures = Sender.to(server.port()).send(List.of(JO, ALEX, SAM));

            assertThat(failures).containsExactly(Map.entry("2.b", new Failure("SMTP 550 5.1.1", true)));
            assertThat(server.received()).extracting(StrictMailServer.Received::recipient).containsExactly("jo@dept.example", "sam@dept.example");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void whatAnOperatorOrTimeCanCureIsNotPermanent() throws IOException {
        assertThat(answer(JO.to(), "451 4.7.1 greylisted, try again")).isEqualTo(new Failure("SMTP 451 4.7.1", false));
        assertThat(answer(JO.to(), "554 5.7.1 relay access denied")).isEqualTo(new Failure("SMTP 554 5.7.1", false));
        assertThat(answer(JO.to(), "550 5.7.1 relaying denied")).isEqualTo(new Failure("SMTP 550 5.7.1", false));
        assertThat(answer(JO.to(), "552 5.2.2 mailbox full")).isEqualTo(new Failure("SMTP 552 5.2.2", false));
        assertThat(answer("MAIL", "550 sender unknown")).isEqualTo(new Failure("SMTP 550", false));
        assertThat(answer("DATA", "554 5.6.0 looks like spam")).isEqualTo(new Failure("SMTP 554 5.6.0", false));
        assertThat(answer(JO.to(), "550 no such user")).isEqualTo(new Failure("SMTP 550", true));
    }

    @Test
    void aServerThatIsDownFailsTheWholeBatchForNow() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        Map<String, Failure> failures = Sender.to(port).send(List.of(JO, ALEX));

        assertThat(failures).containsOnlyKeys("1.a", "2.b");
        assertThat(failures.values()).noneMatch(Failure::permanent)
                .allMatch(failure -> failure.reason().contains("ConnectException") && !failure.reason().contains("dept.example"));
    }

    @Test
    void aConnectionLostMidwayFailsTheRestForNow() throws IOException {
        try (StrictMailServer server = new StrictMailServer().hangingUpAfter(1).start()) {
            Map<String, Failure> failures = Sender.to(server.port()).send(List.of(JO, ALEX, SAM));

            assertThat(failures).containsOnlyKeys("2.b", "3.c");
            assertThat(failures.values()).noneMatch(Failure::permanent);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void aServerThatDawdlesLeavesTheRestForTheNextBatch() throws IOException {
        try (StrictMailServer server = new StrictMailServer().start()) {
            SmtpMessaging messaging = Sender.to(server.port());
            messaging.clock = new DawdlingClock(Duration.ofSeconds(15));

            Map<String, Failure> failures = messaging.send(List.of(JO, ALEX, SAM));

            assertThat(server.received()).extracting(StrictMailServer.Received::recipient).containsExactly("jo@dept.example");
            assertThat(failures).containsOnlyKeys("2.b", "3.c");
            assertThat(failures.values()).noneMatch(Failure::permanent);
        }
    }

    @Test
    void aSenderThatIsNoAddressIsTheOperatorsFaultAndCostsNoMail() throws IOException {
        try (StrictMailServer server = new StrictMailServer().start()) {
            SmtpMessaging messaging = Sender.to(server.port());
            messaging.server.getProperties().remove("mail.from");

            assertThatThrownBy(() -> messaging.send(List.of(JO))).isInstanceOf(IllegalStateException.class).hasMessageContaining("ENROL_MAIL_FROM");
        }
    }

    private static Failure answer(String command, String reply) throws IOException {
        try (StrictMailServer server = new StrictMailServer().answering(command, reply).start()) {
            return Sender.to(server.port()).send(List.of(JO)).get("1.a");
        }
    }

    private static MimeMessage delivered(Mail mail) {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            assertThat(Sender.to(server.getSmtp().getPort()).send(List.of(mail))).isEmpty();
            return server.getReceivedMessages()[0];
        } finally {
            server.stop();
        }
    }

    /** Every look at it takes long. */
    private static final class DawdlingClock extends Clock {

        private final Duration step;
        private Instant now = Instant.parse("2026-11-22T10:15:30Z");

        DawdlingClock(Duration step) {
            this.step = step;
        }

        @Override
        public Instant instant() {
            now = now.plus(step);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
