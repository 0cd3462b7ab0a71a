package org.enrol.browser.pages;

/** {@code /buyer/check-email}: a mail is on its way. */
public final class CheckEmailPage extends EnrolPage {

    CheckEmailPage(Person person) {
        super(person, "/buyer/check-email");
    }

    public CheckEmailPage sendAgain() {
        person.press("#submit");
        page().waitForURL("**/buyer/check-email?again=true");
        return new CheckEmailPage(person);
    }

    public CreateBuyerPage useAnother() {
        person.press("main a[href='/buyer/create']");
        return new CreateBuyerPage(person);
    }
}
