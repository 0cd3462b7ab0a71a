package org.enrol.browser;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.enrol.browser.pages.CreateBuyerPage;
import org.enrol.browser.pages.PasswordPages;
import org.enrol.browser.pages.Person;

/**
 * The links that the scenes need, in every state that a link can have. Made once for the whole tour, by real mails.
 *
 * @param open       an activation link that works
 * @param staff      the same for invited staff
 * @param expired    opened too late
 * @param superseded there is a newer one
 * @param used       an account was made with it
 * @param registered the mailbox got an account meanwhile
 * @param deactivated the same, and the account is closed now
 * @param reset      a link to a new password that works
 * @param resetUsed  one that was used
 */
record Props(String open, String staff, String expired, String superseded, String used, String registered, String deactivated,
        String reset, String resetUsed) {

    static Props make(Supplier<Person> people) {
        Account[] askers = Stream.generate(Account::unknown).limit(6).toArray(Account[]::new);
        Account invited = Account.unknown();
        Circumstances.staffIsInvited(invited.email(), "SUPPORT");
        Person person = people.get();
        Stream.of(askers).forEach(account -> CreateBuyerPage.open(person).submit(account.email()));
        List<Letterbox> boxes = Stream.of(askers).map(Account::letterbox).toList();
        List<String> links = boxes.stream().map(Letterbox::link).toList();
        Circumstances.timePasses();
        CreateBuyerPage.open(person).submit(askers[2].email());
        boxes.get(2).link();
        for (int i = 3; i < askers.length; i++) {
            askers[i].activate(people.get(), links.get(i));
        }
        Props props = new Props(links.get(0), invited.letterbox().link(), links.get(1), links.get(2), links.get(3), links.get(4),
                links.get(5), resetLink(people.get(), askers[3], boxes.get(3)), usedReset(people.get(), askers[4], boxes.get(4)));
        Circumstances.linkExpires(askers[1].email());
        Circumstances.linkWasNotUsed(askers[4].email());
        Circumstances.linkWasNotUsed(askers[5].email());
        Circumstances.accountIsDeactivated(askers[5].email());
        return props;
    }

    private static String resetLink(Person person, Account account, Letterbox letterbox) {
        Circumstances.timePasses();
        new PasswordPages(person).forget(account.email());
        return letterbox.link();
    }

    private static String usedReset(Person person, Account account, Letterbox letterbox) {
        String link = resetLink(person, account, letterbox);
        new PasswordPages(person).reset(link, "seven lamps above the harbour");
        return link;
    }
}
