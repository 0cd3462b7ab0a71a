package org.enrol.messaging.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.enrol.link.service.Links;
import org.enrol.messaging.port.Mail;

/** Writes the mails that this transaction has ordered, as the relay would, but without the secrets of their links. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class MailPreview {

    private static final String HIDDEN = "\u2026";

    @Inject
    TransactionMails transaction;
    @Inject
    MailText text;
    @Inject
    Links links;

    /** One for each language, in the order in which they were ordered. */
    public List<PreviewedMail> ordered() {
        Map<String, List<MailOrder>> languages = transaction.payloads().stream().map(MailOrder::parse)
                .collect(Collectors.groupingBy(order -> order.template() + order.language(), LinkedHashMap::new, Collectors.toList()));
        return languages.values().stream().map(this::write).toList();
    }

    private PreviewedMail write(List<MailOrder> alike) {
        MailOrder first = alike.get(0);
        MailLink link = first.template().purpose().map(purpose -> new MailLink(HIDDEN, links.lifetime(purpose))).orElse(MailLink.NONE);
        Mail mail = text.write("preview", first, link);
        return new PreviewedMail(mail.language(), mail.subject(), mail.text(), alike.size());
    }
}
