package org.enrol.messaging.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.enrol.link.model.Purpose;
import org.enrol.link.service.Links;
import org.enrol.messaging.port.Mail;
import org.enrol.messaging.port.Messaging;
import org.enrol.outbox.port.Owed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailDeliveryTest {

    private final Post post = new Post();
    private final KnownLinks links = new KnownLinks();
    private final KnownRefusals refusals = new KnownRefusals();
    private final MailDelivery delivery = new MailDelivery();

    @BeforeEach
    void putTogether() {
        delivery.messaging = post;
        delivery.text = WrittenMails.text();
        delivery.links = links;
        delivery.refusals = refusals;
    }

    @Test
    void theTokenIsInTheMailButNotInTheOrderThatIsKept() {
        Owed owed = owed(1, "jo@dept.example", 7);

        assertThat(delivery.deliver(List.of(owed))).isEmpty();

        assertThat(owed.payload()).doesNotContain("token");
        assertThat(post.arrived).singleElement().matches(mail -> mail.text().contains("/activate?token=token-7-ACTIVATION\n"))
                .matches(mail -> mail.text().contains("within 24 hours"));
    }

    @Test
    void onlyLinksOfAcceptedMailsAreNotedAsSentAndAllAtOnce() {
        post.refusals.put("down@dept.example", new Messaging.Failure("SMTP 451", false));
        post.refusals.put("gone@dept.example", new Messaging.Failure("SMTP 550 5.1.1", true));

        Map<Long, String> failures = delivery.deliver(List.of(owed(1, "jo@dept.example", 7), owed(2, "down@dept.example", 8),
                owed(3, "gone@dept.example", 9), owed(4, "alex@dept.example", 10), passwordChanged(5)));

        assertThat(failures).as("a mailbox refused for good is not tried again").containsExactly(Map.entry(2L, "SMTP 451"));
        assertThat(links.sent).containsExactly(List.of(7L, 10L));
        assertThat(refusals.noted).as("what staff will see").containsExactly(Map.entry(3L, "SMTP 550 5.1.1"));
    }

    @Test
    void aRetryIsTheSameMail() {
        Owed owed = owed(1, "jo@dept.example", 7);

        delivery.deliver(List.of(owed));
        delivery.deliver(List.of(owed));
        delivery.deliver(List.of(owed(1, "jo@other.example", 7)));

        assertThat(post.arrived.get(1)).isEqualTo(post.arrived.get(0));
        assertThat(post.arrived.get(0).id()).matches("1\\.[0-9a-f]{24}").isNotEqualTo(post.arrived.get(2).id());
    }

    @Test
    void anOrderThatCannotBeReadOrWrittenHoldsUpNobody() {
        Map<Long, String> failures = delivery.deliver(List.of(new Owed(1, "{", "r"), new Owed(2, "{\"values\":{}}", "r"),
                new Owed(3, owed(3, "jo@dept.example", 7).payload().replace("ACTIVATE_BUYER", "UNHEARD_OF"), "r"),
                owed(4, "jo@dept.example\r\nBcc: x@evil.example", 7), owed(5, "alex@dept.example", 8)));

        assertThat(failures).containsOnlyKeys(1L, 2L, 3L, 4L).allSatisfy((id, reason) -> assertThat(reason).doesNotContain("@"));
        assertThat(post.arrived).extracting(Mail::to).containsExactly("alex@dept.example");
    }

    @Test
    void whatIsOrderedIsReadBackAsItWas() {
        MailOrder order = WrittenMails.order(MailTemplate.RESET_PASSWORD, "ar", Map.of("name", "Jo \"the\" \\ محمد\n😀"));

        assertThat(MailOrder.parse(order.toJson())).isEqualTo(order);
        assertThat(order.at()).isEqualTo(WrittenMails.AT);
        assertThat(order.toString()).doesNotContain("dept.example", "Jo");
    }

    private static Owed owed(long id, String to, long link) {
        return new Owed(id, new MailOrder(MailTemplate.ACTIVATE_BUYER, to, "en", link, Map.of()).orderedAt(WrittenMails.AT).toJson(), "r" + id);
    }

    private static Owed passwordChanged(long id) {
        return new Owed(id, WrittenMails.order(MailTemplate.PASSWORD_CHANGED, "en", Map.of()).toJson(), "r" + id);
    }

    /** Takes every mail but those to addresses that it was told to refuse. */
    private static final class Post implements Messaging {

        private final Map<String, Failure> refusals = new HashMap<>();
        private final List<Mail> arrived = new ArrayList<>();

        @Override
        public Map<String, Failure> send(List<Mail> mails) {
            mails.stream().filter(mail -> !refusals.containsKey(mail.to())).forEach(arrived::add);
            return mails.stream().filter(mail -> refusals.containsKey(mail.to()))
                    .collect(Collectors.toMap(Mail::id, mail -> refusals.get(mail.to())));
        }
    }

    /** Tokens that tell what they are made of. */
    private static final class KnownLinks extends Links {

        private final List<List<Long>> sent = new ArrayList<>();

        @Override
        public String token(long id, Purpose purpose) {
            return "token-" + id + "-" + purpose;
        }

        @Override
        public Duration lifetime(Purpose purpose) {
            return purpose.lifetime();
        }

        @Override
        public void sent(Collection<Long> ids) {
            sent.add(List.copyOf(ids));
        }
    }

    private static final class KnownRefusals extends MailRefusals {

        private final Map<Long, String> noted = new HashMap<>();

        @Override
        public void note(Map<Long, String> reasons) {
            noted.putAll(reasons);
        }
    }
}
