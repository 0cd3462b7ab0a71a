package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.enrol.buyer.model.DomainWait;
import org.enrol.link.model.Purpose;
import org.enrol.link.service.Links;
import org.enrol.messaging.service.MailOrder;
import org.enrol.messaging.service.MailTemplate;
import org.enrol.messaging.service.Mails;

/** Mails to somebody who waits for a domain: in their language, with their own status link, and with nothing of the others. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AccessMail {

    @Inject
    Links links;
    @Inject
    Mails mails;

    /** Nothing of what was typed: whoever typed it need not be who reads it. */
    public void receipt(DomainWait wait) {
        mails.order(new MailOrder(MailTemplate.ACCESS_ASKED, wait.email().typed(), wait.language(), link(wait), Map.of()), wait.requestId());
    }

    /** @param values what the mail mentions beside name and domain */
    public void tell(DomainWait wait, MailTemplate template, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("name", wait.name());
        all.put("domain", wait.email().domain());
        long link = template.purpose().isPresent() ? link(wait) : 0;
        mails.order(new MailOrder(template, wait.email().typed(), wait.language(), link, all), wait.requestId());
    }

    private long link(DomainWait wait) {
        return links.lasting(Purpose.STATUS, wait.id(), wait.email().canonical());
    }
}
