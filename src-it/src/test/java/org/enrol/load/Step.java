package org.enrol.load;

/** What a buyer does on the way to the account; each step is measured by itself. */
enum Step {

    CREATE_PAGE("GET /buyer/create"),
    SUBMIT("POST /buyer/create"),
    CHECK_EMAIL("GET /buyer/check-email"),
    MAIL("wait for the mail"),
    LINK("GET /activate"),
    ACTIVATE("POST /activate"),
    AREA("GET /buyer");

    private final String title;

    Step(String title) {
        this.title = title;
    }

    /** Whether the person waits for the server here; the mail comes when the relay has its turn. */
    boolean isPage() {
        return this != MAIL;
    }

    @Override
    public String toString() {
        return title;
    }
}
