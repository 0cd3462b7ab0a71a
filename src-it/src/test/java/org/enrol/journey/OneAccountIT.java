package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** One account per mailbox, however many people press the button at once and however they spell the address. */
class OneAccountIT extends ClientTest {

    private static final int CROWD = 64;

    @Test
    void manySpellingsOfOneAddressAtOnceAreOneMailAndThenOneAccount() throws Exception {
        String canonical = "reader@xn--bcher-kva.example";
        List<String> spellings = spellings("reader", "b\u00fccher.example");
        assertThat(spellings).hasSize(CROWD).doesNotHaveDuplicates();
        List<Form> forms = new ArrayList<>();
        List<Visitor> visitors = crowd();
        for (int i = 0; i < CROWD; i++) {
            forms.add(visitors.get(i).open("/buyer/create").form().with("email", spellings.get(i)));
        }

        List<Page> answers = atOnce(i -> visitors.get(i).submit(forms.get(i)));

        assertThat(answers).allMatch(answer -> answer.leadsTo().equals("/buyer/check-email"));
        assertThat(Rows.count("select count(*) from registration where canonical_email = ?", canonical)).isEqualTo(CROWD);
        Mails.awaitNothingOwed();
        assertThat(Rows.count("select count(*) from link where address = ?", canonical)).isEqualTo(1);
    }

    @Test
    void manyLinksOfOneMailboxAtOnceMakeOneAccount() throws Exception {
        Buyer buyer = Buyer.withLink();
        List<String> links = moreLinksOf(buyer);
        List<Visitor> visitors = crowd();
        List<Form> forms = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            forms.add(buyer.answers(visitors.get(i).open(links.get(i))));
        }

        List<Page> answers = atOnce(i -> visitors.get(i).submit(forms.get(i)));

        assertThat(answers.stream().filter(answer -> answer.leadsTo().equals("/buyer"))).hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.leadsTo().equals("/buyer")))
                .allMatch(answer -> answer.status() == 409)
                .allMatch(answer -> answer.words().contains("You already have an account with this email address"));
        assertThat(Rows.accounts(buyer.email())).isEqualTo(1);
        assertThat(Rows.count("select count(*) from sign_in_session where account_id = ?", buyer.accountId())).isEqualTo(1);
        assertThat(Rows.count("select count(*) from link where address = ? and used_at is not null", buyer.email())).isEqualTo(1);
    }

    @Test
    void oneLinkHandedInByManyAtOnceMakesOneAccountAndSignsInWhoeverKnowsThePassword() throws Exception {
        Buyer buyer = Buyer.withLink();
        String link = buyer.link();
        List<Visitor> visitors = crowd();
        List<Form> forms = visitors.stream().map(visitor -> buyer.answers(visitor.open(link))).toList();

        List<Page> answers = atOnce(i -> visitors.get(i).submit(forms.get(i)));

        assertThat(answers).allMatch(answer -> answer.leadsTo().equals("/buyer"));
        assertThat(Rows.accounts(buyer.email())).isEqualTo(1);
        assertThat(Rows.count("select count(*) from audit_entry where action = 'REGISTRATION_ACTIVATED' and actor like 'link:%' and id in "
                + "(select entry_id from audit_personal where detail = ?)", "account:" + buyer.accountId())).isEqualTo(1);
        assertThat(visitors).allMatch(visitor -> visitor.open("/buyer").status() == 200);
    }

    /** 64 ways to write one address: case, blanks around it, the domain in Unicode (composed or not) or in IDNA's ASCII form. */
    private static List<String> spellings(String name, String domain) {
        List<String> domains = List.of(domain, domain.toUpperCase(Locale.ROOT), Normalizer.normalize(domain, Normalizer.Form.NFD),
                "xn--bcher-kva.example", "XN--BCHER-KVA.EXAMPLE", domain.replace('.', '\u3002'), "B\u00fccher.example", "b\u00dccher.Example");
        List<String> names = List.of(name, name.toUpperCase(Locale.ROOT), "Reader", "rEADER");
        List<String> margins = List.of("", "  ");
        return domains.stream().flatMap(d -> names.stream().map(n -> n + "@" + d))
                .flatMap(address -> margins.stream().map(margin -> margin + address + margin)).toList();
    }

    private static List<Visitor> crowd() {
        return IntStream.range(0, CROWD).mapToObj(i -> Visitor.fromNewNetwork()).toList();
    }

    /** The buyer's link and those of 63 other registrations of the same address, as if each had been mailed before the other arrived. */
    private static List<String> moreLinksOf(Buyer buyer) {
        Rows.change("update link set first_sent_at = null where address = ?", buyer.email());
        Rows.change("""
                with made as (insert into registration (kind, role, email, canonical_email, language, visitor, evidence_entry,
                    evidence_body, evidence_organisation, evidence_source, evidence_at, submitted_at)
                  select kind, role, email, canonical_email, language, sha256(visitor || int4send(n)), evidence_entry,
                    evidence_body, evidence_organisation, evidence_source, evidence_at, submitted_at
                  from registration, generate_series(2, ?) n where canonical_email = ? returning id, canonical_email)
                insert into link (purpose, subject, address, created_at) select 'ACTIVATION', id, canonical_email, now() from made""",
                CROWD, buyer.email());
        return Rows.list("select id from link where address = ?", buyer.email()).stream()
                .map(id -> "/activate?token=" + Token.of(Long.parseLong(id), "ACTIVATION")).toList();
    }

    private interface Step {
        Page take(int place);
    }

    /** Everybody does it at the same moment. */
    private static List<Page> atOnce(Step step) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(CROWD);
        ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
        try {
            List<Callable<Page>> steps = IntStream.range(0, CROWD).mapToObj(place -> (Callable<Page>) () -> {
                start.await();
                return step.take(place);
            }).toList();
            List<Page> answers = new ArrayList<>();
            for (Future<Page> answer : crowd.invokeAll(steps)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            crowd.shutdown();
        }
    }
}
