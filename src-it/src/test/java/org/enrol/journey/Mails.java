package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.enrol.launcher.Mail;
import org.enrol.surroundings.Surroundings;

/** What arrives in people's mailboxes. */
final class Mails {

    /** The relay looks every second; the rest is for a busy machine. */
    static final Duration DELIVERY = Duration.ofSeconds(20);
    private static final Pattern LINK = Pattern.compile("https?://\\S+/(activate|reset-password|buyer/access)\\?token=([A-Za-z0-9_-]+)");

    private Mails() {
    }

    static List<Mail> to(String address) {
        return Surroundings.mail().messages(address);
    }

    /** The newest mail, once there are so many. */
    static Mail newestOf(int expected, String address) {
        Awaitility.await("mail " + expected + " to " + address).atMost(DELIVERY).until(() -> to(address).size() >= expected);
        assertThat(to(address)).hasSize(expected);
        return to(address).get(0);
    }

    /** The only mail that ever came. */
    static Mail only(String address) {
        return newestOf(1, address);
    }

    /** Path and query of the link that proves something. */
    static String link(Mail mail) {
        Matcher link = LINK.matcher(mail.text());
        assertThat(link.find()).as("link in: %s", mail.text()).isTrue();
        assertThat(link.group()).startsWith(Surroundings.url() + "/");
        return "/" + link.group(1) + "?token=" + link.group(2);
    }

    /** Waits until nothing is owed any more: whatever was to be sent by now has been, or never will be. */
    static void awaitNothingOwed() {
        Awaitility.await("empty outbox").atMost(DELIVERY)
                .until(() -> Rows.count("select count(*) from outbox_message where next_attempt_at is not null") == 0);
    }
}
