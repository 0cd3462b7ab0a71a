package org.enrol.browser.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/** {@code /}: three ways to register, and sign in. */
public final class StartPage {

    private final Page page;
    private final Response response;

    private StartPage(Page page, Response response) {
        this.page = page;
        this.response = response;
    }

    public static StartPage open(Page page) {
        return new StartPage(page, page.navigate("/"));
    }

    public int status() {
        return response.status();
    }

    public String heading() {
        return page.locator("h1").innerText();
    }
}
