package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** Machines that read people's mail open links before the person does: that must use up nothing. */
class MailScannerIT extends ClientTest {

    private static final int VISITS = 100;
    private static final List<String> SCANNERS = List.of("Microsoft Office/16.0 (Safe Links)", "Mimecast", "Barracuda Link Protect",
            "curl/8.5.0", "python-requests/2.32", "Mozilla/5.0 (compatible; Googlebot/2.1)", "");

    @Test
    void linkThatMachinesOpenedAHundredTimesStillWorksForThePersonAndOnce() {
        Buyer buyer = Buyer.withLink();
        String link = buyer.link();

        Page head = Visitor.fromNewNetwork().calling("Safe Links").send(Visitor.fromNewNetwork().request(link).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (int i = 0; i < VISITS; i++) {
            Page page = Visitor.fromNewNetwork().calling(SCANNERS.get(i % SCANNERS.size())).open(link);
            assertThat(page.status()).isEqualTo(200);
        }
        assertThat(Rows.one("select used_at from link where address = ?", buyer.email())).isNull();

        assertThat(buyer.activates(link).leadsTo()).isEqualTo("/buyer");
        assertThat(Visitor.fromNewNetwork().open(link).status()).isEqualTo(410);
    }
}
