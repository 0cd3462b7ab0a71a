package org.enrol.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.enrol.journey.Form;
import org.enrol.journey.Page;
import org.enrol.journey.Visitor;
import org.enrol.launcher.Mail;

/** A buyer on the way from the start page to the buyers' area, one request a step. */
record Person(Cluster cluster, Visitor visitor, String email, String password) {

    static final String PASSWORD = "heron lantern 47 gravel";
    /** The relay looks every second; the rest is for a busy machine. */
    private static final Duration DELIVERY = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("/activate\\?token=[A-Za-z0-9_-]+");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    /** Somebody who has done nothing yet, in front of the balancer. */
    static Person unknownTo(Cluster cluster) {
        return new Person(cluster, Visitor.fromNewNetworkTo(cluster.url()), "walker" + PEOPLE.incrementAndGet() + "@cabinetoffice.gov.uk", PASSWORD);
    }

    /** Somebody who is signed in. */
    static Person activeIn(Cluster cluster) {
        Person person = unknownTo(cluster);
        person.handsIn(person.opensTheForm());
        person.activates(person.opensTheLink());
        return person;
    }

    Page opensTheForm() {
        return answered(visitor.open("/buyer/create"), 200);
    }

    /** The redirect to the page that says that a mail was sent. */
    Page handsIn(Page form) {
        Page sent = visitor.submit(form.form().with("email", email));
        assertThat(sent.leadsTo()).as("%s", sent).isEqualTo("/buyer/check-email");
        return sent;
    }

    Page reads(Page redirect) {
        return answered(visitor.follow(redirect), 200);
    }

    /** Path and query of the link in the only mail that came. */
    String link() {
        Mail mail = newestMail().orElseThrow(() -> new AssertionError("no mail to " + email + " within " + DELIVERY));
        Matcher link = TOKEN.matcher(mail.text());
        assertThat(link.find()).as("link in: %s", mail.text()).isTrue();
        assertThat(mail.text()).contains(cluster.url() + link.group());
        return link.group();
    }

    Page opensTheLink() {
        return answered(visitor.open(link()), 200);
    }

    /** Hands in the page behind the link, filled in; afterwards the person is signed in. */
    void activates(Page page) {
        Page activated = visitor.submit(answers(page));
        assertThat(activated.leadsTo()).as("%s", activated).isEqualTo("/buyer");
    }

    Form answers(Page page) {
        return page.form().with("name", "Robin Heron").with("organisation", "Cabinet Office").with("phone", "").with("password", password)
                .ticked("accepted");
    }

    Page opensTheBuyersArea() {
        Page area = answered(visitor.open("/buyer"), 200);
        assertThat(area.heading()).isEqualTo("Welcome, Robin Heron");
        return area;
    }

    /** The answer to the form; redirects are not followed. */
    Page triesToSignIn(String with) {
        return visitor.submit(visitor.open("/sign-in").form().with("email", email).with("password", with));
    }

    /** The same person in another browser of another network, signed in. */
    Person inAnotherBrowser() {
        Person same = new Person(cluster, Visitor.fromNewNetworkTo(cluster.url()), email, password);
        Page signedIn = same.triesToSignIn(password);
        assertThat(signedIn.leadsTo()).as("%s", signedIn).isEqualTo("/home");
        return same;
    }

    private Optional<Mail> newestMail() {
        try {
            return cluster.mail().await(email, DELIVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static Page answered(Page page, int status) {
        assertThat(page.status()).as("%s", page).isEqualTo(status);
        return page;
    }
}
