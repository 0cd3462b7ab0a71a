package org.enrol.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The mail pages as text; whatever comes from a mail is escaped. */
final class MailHtml {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)]");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.UK)
            .withZone(ZoneId.systemDefault());
    private static final String STYLE = style();

    private MailHtml() {
    }

    static String list(List<Mail> mails, String to, boolean refreshing) {
        String about = to.isBlank() ? "Caught mail" : "Caught mail to " + escaped(to);
        String filter = """
                <form method="get" action="/">
                <label for="to">Recipient</label><input id="to" name="to" type="search" value="%s" autocomplete="off">
                <button>Show</button> %s
                </form>
                """.formatted(escaped(to), refreshLink(to, refreshing));
        String rows = mails.stream().map(MailHtml::row).collect(Collectors.joining());
        String table = mails.isEmpty() ? "<p class=\"empty\">No mail yet. What Enrol sends appears here.</p>" : """
                <table><thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Received</th></tr></thead>
                <tbody>%s</tbody></table>
                """.formatted(rows);
        return page(about, "<h1>" + about + "</h1>" + filter + table);
    }

    static String one(Mail mail) {
        String details = """
                <p><a href="/">All mail</a> · <a href="/?to=%s">All mail to this address</a></p>
                <h1>%s</h1>
                <dl><dt>To</dt><dd>%s</dd><dt>From</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd></dl>
                """.formatted(parameter(mail.to()), subject(mail), escaped(mail.to()), escaped(mail.from()), time(mail));
        String html = mail.html().isEmpty() ? "" : """
                <section><h2>As HTML</h2><iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title="The mail as HTML" \
                src="/messages/%s/html"></iframe></section>
                """.formatted(mail.id());
        String text = mail.text().isEmpty() ? "" : "<section><h2>As text</h2><pre>" + linked(mail.text()) + "</pre></section>";
        return page(subject(mail), details + "<div class=\"parts\">" + html + text + "</div>");
    }

    static String missing() {
        return page("Not here", "<h1>This mail is not here</h1><p><a href=\"/\">All mail</a></p>");
    }

    private static String row(Mail mail) {
        return "<tr><td><a href=\"/messages/" + mail.id() + "\">" + subject(mail) + "</a></td><td>" + escaped(mail.to())
                + "</td><td>" + time(mail) + "</td></tr>\n";
    }

    private static String refreshLink(String to, boolean refreshing) {
        String query = to.isBlank() ? "" : "to=" + parameter(to) + "&amp;";
        return refreshing ? "<a href=\"/?" + query + "\">Stop refreshing</a>"
                : "<a href=\"/?" + query + "refresh=5\">Refresh every 5 seconds</a>";
    }

    private static String subject(Mail mail) {
        return mail.subject().isBlank() ? "(no subject)" : escaped(mail.subject());
    }

    private static String time(Mail mail) {
        return "<time datetime=\"" + mail.receivedAt() + "\">" + TIME.format(mail.receivedAt()) + "</time>";
    }

    /** Links are found in the raw text and escaped piece by piece, so that no mail can write markup. */
    private static String linked(String text) {
        StringBuilder html = new StringBuilder();
        int[] end = {0};
        LINK.matcher(text).results().forEach(link -> {
            html.append(escaped(text.substring(end[0], link.start())));
            html.append("<a target=\"_blank\" rel=\"noopener\" href=\"").append(escaped(link.group())).append("\">")
                    .append(escaped(link.group())).append("</a>");
            end[0] = link.end();
        });
        return html.append(escaped(text.substring(end[0]))).toString();
    }

    private static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title + " – Enrol's mail catcher</title>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"data:,\"><style>"
                + STYLE + "</style></head><body><header><a href=\"/\">Enrol's mail catcher</a></header><main>" + body
                + "</main></body></html>\n";
    }

    private static String parameter(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String style() {
        try (InputStream css = MailHtml.class.getResourceAsStream("mail.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
