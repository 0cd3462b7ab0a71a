package org.enrol.browser.pages;

/** {@code /activate}: what the link in the mail opens. */
public final class ActivatePage extends EnrolPage {

    private ActivatePage(Person person) {
        super(person, "/activate");
    }

    /** @param link as it stands in the mail */
    public static ActivatePage follow(Person person, String link) {
        return new ActivatePage(at(person, link));
    }

    public ActivatePage answer(String name, String password) {
        person.type("#name", name);
        person.type("#password", password);
        person.tick("#accepted");
        return this;
    }

    /** Buyers only: offered where the domain belongs to one body, else empty. */
    public ActivatePage organisation(String organisation) {
        person.type("#organisation", organisation);
        return this;
    }

    public ActivatePage phone(String phone) {
        person.type("#phone", phone);
        return this;
    }

    public BuyerArea createBuyer() {
        person.press("#submit");
        return new BuyerArea(person);
    }

    public AdminPage createStaff() {
        person.press("#submit");
        return new AdminPage(person);
    }

    public ActivatePage createRefused() {
        page().waitForResponse(answer -> answer.status() == 422, () -> person.press("#submit"));
        return new ActivatePage(person);
    }
}
