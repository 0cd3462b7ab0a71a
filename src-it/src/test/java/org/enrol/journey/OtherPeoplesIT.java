package org.enrol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.enrol.surroundings.ClientTest;
import org.junit.jupiter.api.Test;

/** Numbers of other people's things answer as numbers that do not exist: nobody learns what there is by counting. */
class OtherPeoplesIT extends ClientTest {

    @Test
    void aStatusLinkWithTheNumberOfAnotherOneIsNoLink() {
        String domain = AccessRequestIT.newDomain();
        AccessRequestIT.asks("jo@" + domain);
        AccessRequestIT.asks("kim@" + domain);
        Mails.awaitNothingOwed();
        String own = token("jo@" + domain);
        long other = Token.link(token("kim@" + domain));
        byte[] changed = Base64.getUrlDecoder().decode(own);
        ByteBuffer.wrap(changed).putLong(0, other);
        String nobodys = Token.of(999_999_999, "STATUS");

        for (String page : List.of("/buyer/access", "/buyer/access/withdraw")) {
            Page refused = Visitor.fromNewNetwork().open(page + "?token=" + Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
            Page unknown = Visitor.fromNewNetwork().open(page + "?token=" + nobodys);
            assertThat(refused.status()).as("%s", refused).isEqualTo(400);
            assertThat(refused.heading()).isEqualTo(unknown.heading());
            assertThat(refused.body()).doesNotContain(domain);
        }
    }

    /** The same to whoever may not see any, whether there is such a request or not. */
    @Test
    void whoeverMaySeeNoRequestLearnsOfNone() {
        String domain = AccessRequestIT.newDomain();
        AccessRequestIT.asks("jo@" + domain);
        long request = AccessRequestIT.request(domain);

        for (Visitor visitor : List.of(Buyer.active().visitor(), Staff.with("STAFF_MANAGER").visitor())) {
            for (String page : List.of("/admin/request", "/admin/request/record")) {
                Page there = visitor.open(page + "?id=" + request);
                Page nowhere = visitor.open(page + "?id=999999999");
                assertThat(there.status()).isEqualTo(403).isEqualTo(nowhere.status());
                assertThat(there.heading()).isEqualTo(nowhere.heading());
            }
        }
    }

    @Test
    void staffAreToldThatThereIsNoSuchRequest() {
        Visitor support = Staff.with("SUPPORT").visitor();

        for (String id : List.of("999999999", "0", "-1", "x", "", "99999999999999999999", "1%20or%201=1")) {
            Page answer = support.open("/admin/request?id=" + id);
            assertThat(answer.status()).as(id).isEqualTo(404);
            assertThat(answer.hasLayout()).as(id).isTrue();
        }
    }

    /** Where a request stood in a list is in its address, too. */
    @Test
    void aPlaceInAListThatIsNoneIsLeftOut() {
        String domain = AccessRequestIT.newDomain();
        AccessRequestIT.asks("jo@" + domain);
        Visitor support = Staff.with("SUPPORT").visitor();
        String address = "/admin/request?done=ASSIGN&work=list%3DALL&id=" + AccessRequestIT.request(domain) + "&at=";

        for (String place : List.of("infinity_1", "2026-11-25T10:00:00Z_1", "-----------------_1", "2026-99-99T99:99:99Z_1", "0000-01-01T00:00:00Z_1", "x")) {
            assertThat(support.open(address + place).status()).as(place).isEqualTo(200);
        }
    }

    private static String token(String email) {
        return Mails.link(Mails.to(email).get(0)).replaceFirst(".*token=", "");
    }
}
