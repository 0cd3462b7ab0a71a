package org.enrol.account.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.enrol.account.service.MyAccount;
import org.enrol.account.service.MyAccount.Browser;
import org.enrol.page.faces.OwnPlace;

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
    private List<Browser> all;

    @PostConstruct
    void load() {
        all = account.browsers(me.token());
    }

    public void endOthers() {
        account.endOtherSessions(me.token());
        places.go("/account/browsers?ended=true");
    }

    /** As the message formats take times. */
    public Date date(Instant time) {
        return Date.from(time);
    }

    public List<Browser> getAll() {
        return all;
    }
}
