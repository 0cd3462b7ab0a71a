package org.enrol.browser.pages;

/** {@code /buyer/create}: one field, the work e-mail address. */
public final class CreateBuyerPage extends EnrolPage {

    CreateBuyerPage(Person person) {
        super(person, "/buyer/create");
    }

    public static CreateBuyerPage open(Person person) {
        return new CreateBuyerPage(at(person, "/buyer/create"));
    }

    public CheckEmailPage submit(String email) {
        type(email);
        person.press("#submit");
        return new CheckEmailPage(person);
    }

    /** Stays on the page, which says why. */
    public CreateBuyerPage submitRefused(String email) {
        type(email);
        page().waitForResponse(answer -> answer.status() == 422, () -> person.press("#submit"));
        return new CreateBuyerPage(person);
    }

    public void type(String email) {
        person.type("#email", email);
    }
}
