package org.enrol.browser;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.enrol.launcher.Mail;
import org.enrol.surroundings.Surroundings;

/** The mailbox of one person, who reads each mail once. */
final class Letterbox {

    /** Mails leave within a second or two. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern LINK = Pattern.compile("https?://\\S+\\?token=[A-Za-z0-9_-]+");

    private final String address;
    private final Set<String> read = new HashSet<>();

    Letterbox(String address) {
        this.address = address;
    }

    /** The newest mail that was not read yet; waits for one. */
    Mail next() {
        try {
            Mail mail = Surroundings.mail().await(this::isNew, PATIENCE)
                    .orElseThrow(() -> new AssertionError("No mail for " + address + " within " + PATIENCE));
            read.add(mail.id());
            return mail;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The link in the next mail. */
    String link() {
        String text = next().text();
        Matcher link = LINK.matcher(text);
        if (!link.find()) {
            throw new AssertionError("No link in: " + text);
        }
        return link.group();
    }

    int arrived() {
        return Surroundings.mail().messages(address).size();
    }

    private boolean isNew(Mail mail) {
        return mail.to().equalsIgnoreCase(address) && !read.contains(mail.id());
    }
}
