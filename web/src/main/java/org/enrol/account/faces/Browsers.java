package org.enrol.account.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.enrol.account.service.MyAccount;
import org.enrol.account.service.MyAccount.Browser;
import org.enrol.page.faces.OwnPlace;
import org.enrol.page.faces.Texts;

/** Backs account/browsers.xhtml: where the person is signed in. */
@Named
@RequestScoped
public class Browsers {

    @Inject
    MyAccount account;
    @Inject
    SignedIn me;
    @Inject
    OwnPlace places;
    @Inject
    Texts texts;
    private List<Browser> all;

    @PostConstruct
    void load() {
        all = account.browsers(me.token());
    }

    public void endOthers() {
        account.endOtherSessions(me.token());
        places.go("/account/browsers?ended=true");
    }

    /** The browser as its owner recognises it. */
    public String name(Browser browser) {
        return BrowserName.of(browser.name()).orElse(texts.get("account.sessions.unknown"));
    }

    public String seen(Browser browser) {
        return texts.with("account.sessions.seen", "address", browser.address(), "seen", texts.moment(browser.lastSeen()));
    }

    public List<Browser> getAll() {
        return all;
    }
}
