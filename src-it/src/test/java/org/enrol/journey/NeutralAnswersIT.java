package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/**
 * Nobody learns from a page whether an address has an account: the answers are the same, byte for byte and header for header,
 * once what is random in every answer is taken out.
 */
class NeutralAnswersIT extends ClientTest {

    /** All of one length, so that even the lengths of the answers can be compared. */
    private static final String FREE = "neutral.a@cabinetoffice.gov.uk";
    private static final String ACTIVE = "neutral.b@cabinetoffice.gov.uk";
    private static final String DEACTIVATED = "neutral.c@cabinetoffice.gov.uk";
    private static final String INVITED = "neutral.d@cabinetoffice.gov.uk";

    @Test
    void answersAreTheSameForAFreeAnActiveADeactivatedAndAnInvitedAddress() {
        activate(ACTIVE);
        activate(DEACTIVATED);
        Rows.change("update account set status = 'DEACTIVATED' where canonical_email = ?", DEACTIVATED);
        invite(INVITED);

        Map<String, String> free = answersTo(FREE);

        for (String address : List.of(ACTIVE, DEACTIVATED, INVITED)) {
            Map<String, String> answers = answersTo(address);
            free.forEach((step, answer) -> assertThat(answers.get(step)).as("%s for %s", step, address).isEqualTo(answer));
        }
        assertThat(free).hasSize(10);
    }

    /** Everything that somebody who knows only the address can do with it. */
    private static Map<String, String> answersTo(String address) {
        Visitor visitor = Visitor.fromNewNetwork();
        List<Page> pages = new ArrayList<>();
        pages.add(visitor.open("/buyer/create"));
        pages.add(visitor.submit(pages.get(0).form().with("email", address)));
        pages.add(visitor.follow(pages.get(1)));
        pages.add(visitor.submit(pages.get(2).form()));
        pages.add(visitor.follow(pages.get(3)));
        pages.add(visitor.open("/forgotten-password"));
        pages.add(visitor.submit(pages.get(5).form().with("email", address)));
        pages.add(visitor.follow(pages.get(6)));
        pages.add(visitor.open("/sign-in"));
        pages.add(visitor.submit(pages.get(8).form().with("email", address).with("password", "not the password of anybody")));
        assertThat(pages.stream().map(Page::status)).containsExactly(200, 302, 200, 302, 200, 200, 302, 200, 200, 403);
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            answers.put(i + " " + pages.get(i).path(), withoutChance(pages.get(i), address));
        }
        return answers;
    }

    private static String withoutChance(Page page, String address) {
        Map<String, List<String>> headers = new TreeMap<>(page.headers().map());
        headers.remove("date");
        String nonce = page.header("Content-Security-Policy").orElseThrow().replaceAll(".*'nonce-([^']+)'.*", "$1");
        return (page.status() + " " + headers + "\n" + page.body())
                .replace(nonce, "NONCE")
                .replace(page.header("X-Request-Id").orElseThrow(), "REQUEST")
                .replaceAll("name=\"_csrf\" value=\"[^\"]{86}\"", "CSRF")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "SCRIPT")
                .replaceAll("enrol=[A-Za-z0-9_-]{32};", "VISITOR;")
                .replace(address, "ADDRESS");
    }

    private static void activate(String address) {
        Buyer buyer = new Buyer(Visitor.fromNewNetwork(), address, Buyer.PASSWORD);
        buyer.asksForAnAccount();
        Mails.only(address);
        assertThat(buyer.activates(buyer.link()).leadsTo()).isEqualTo("/buyer");
    }

    private static void invite(String address) {
        Rows.count("""
                with made as (insert into registration (kind, role, email, canonical_email, language, visitor, submitted_at)
                  values ('STAFF', 'SUPPORT', ?, ?, 'en', sha256('neutral'), now()) returning id, canonical_email)
                insert into link (purpose, subject, address, created_at, first_sent_at)
                  select 'ACTIVATION', id, canonical_email, now(), now() from made returning id""", address, address);
    }
}
