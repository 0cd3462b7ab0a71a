package org.enrol.buyer.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enrol.buyer.service.DomainCases;
import org.enrol.buyer.service.DomainCases.Case;
import org.enrol.buyer.service.DomainCases.Other;
import org.enrol.registry.model.DomainTerms;

/** What there is to know about the domain that a request asks for, beside the claims on its page. */
@Named
@RequestScoped
public class DomainCase {

    @Inject
    DomainCases cases;
    @Inject
    HttpServletRequest request;
    private final Map<DomainTerms, List<Other>> closed = new HashMap<>();
    private long id;
    private Case current;

    @PostConstruct
    void read() {
        String number = request.getParameter("id");
        id = number != null && number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
    }

    /** Asked once a page. */
    public Case getCurrent() {
        if (current == null) {
            current = cases.of(id);
        }
        return current;
    }

    /** Open requests that an entry would answer. */
    public List<Other> closedBy(DomainTerms terms) {
        return closed.computeIfAbsent(terms, cases::closedBy);
    }

    public long getId() {
        return id;
    }
}
