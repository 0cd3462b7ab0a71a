package org.enrol.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mail catcher as a mail server, and its page as a browser and a program see it. */
class MailCatcherTest {

    private static final String ANN = "ann@dept.example";

    private final int port = Ports.anyFree();
    private final HttpClient http = HttpClient.newHttpClient();
    @TempDir
    private Path folder;
    private MailCatcher catcher;
    private MailPage page;
    private int pagePort;

    @BeforeEach
    void start() {
        catcher = MailCatcher.start(port, folder);
        pagePort = Ports.anyFree();
        page = MailPage.start(catcher, pagePort);
    }

    @AfterEach
    void stop() {
        page.close();
        catcher.close();
    }

    @Test
    void mailIsKeptWithItsTwoPartsNewestFirst() throws MessagingException {
        send(ANN, "First", "one", "<p>one</p>");
        send(ANN, "Zażółć 注册", "two", "<p>two</p>");
        send("bob@dept.example", "Not for Ann", "three", "<p>three</p>");

        assertThat(catcher.messages("ANN@dept.example")).extracting(Mail::subject).containsExactly("Zażółć 注册", "First");
        assertThat(catcher.messages(ANN).get(0)).satisfies(mail -> {
            assertThat(mail.text()).isEqualTo("two");
            assertThat(mail.html()).isEqualTo("<p>two</p>");
            assertThat(mail.from()).isEqualTo("Enrol <no-reply@enrol.example>");
        });
    }

    @Test
    void waitingEndsWithTheMailOrWithTheLimit() throws MessagingException, InterruptedException {
        assertThat(catcher.await(ANN, Duration.ofMillis(50))).isEmpty();

        send(ANN, "Here", "text", "<p>html</p>");

        assertThat(catcher.await(ANN, Duration.ofSeconds(5))).map(Mail::subject).contains("Here");
    }

    @Test
    void refusedMailIsTriedAgainLaterAndAStoppedServerCannotBeReached() throws MessagingException {
        catcher.refuse(true);
        assertThatThrownBy(() -> send(ANN, "Refused", "", "")).hasMessageContaining("451");
        catcher.stop();
        assertThatThrownBy(() -> send(ANN, "Stopped", "", "")).hasMessageContaining("Couldn't connect");

        catcher.start();
        catcher.refuse(false);
        send(ANN, "Accepted", "", "");

        assertThat(catcher.messages(ANN)).extracting(Mail::subject).containsExactly("Accepted");
    }

    @Test
    void mailIsStillThereAfterARestart() throws MessagingException {
        send(ANN, "Kept", "text", "<p>html</p>");
        Mail before = catcher.messages(ANN).get(0);
        catcher.close();

        catcher = MailCatcher.start(port, folder);

        assertThat(catcher.messages(ANN)).containsExactly(before);
    }

    @Test
    void programsReadJson() throws MessagingException, IOException, InterruptedException {
        send("ann+x@dept.example", "Say \"hi\"", "a\\b\r\nc", "<p>html</p>");

        HttpResponse<String> answer = get("/messages?to=ann+x@dept.example");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.body()).startsWith("[{\"id\":\"").contains("\"to\":\"ann+x@dept.example\"",
                "\"subject\":\"Say \\\"hi\\\"\"", "\"text\":\"a\\\\b\\r\\nc\"", "\"html\":\"<p>html</p>\"", "\"receivedAt\":\"");
        assertThat(get("/messages?to=nobody@dept.example").body()).isEqualTo("[]");
    }

    @Test
    void whatAMailSaysIsNeverMarkupOfThePage() throws MessagingException, IOException, InterruptedException {
        send(ANN, "<script>alert(1)</script>", "<b>see</b> https://enrol.example/activate?a=1&b=2.", "<script>alert(2)</script>");
        String id = catcher.messages(ANN).get(0).id();

        assertThat(get("/").body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script");
        assertThat(get("/messages/" + id).body()).doesNotContain("<script", "<b>see")
                .contains("href=\"https://enrol.example/activate?a=1&amp;b=2\"");
        assertThat(get("/messages/" + id + "/html").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "sandbox"));
    }

    @Test
    void unknownMailIsNotFound() throws IOException, InterruptedException {
        assertThat(get("/messages/0-0").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + pagePort + path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void send(String to, String subject, String text, String html) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("Enrol <no-reply@enrol.example>"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(message);
    }
}
