package org.enrol.registry.service;

/** The orders of the list of domains. Each has an index that ends with the domain, so that pages go on from a key. */
public enum DomainOrder {

    DOMAIN("d.domain", ":value", true),
    ORGANISATION("lower(d.organisation)", "lower(:value)", true),
    NEWEST("d.addedAt", ":value", false);

    private final String expression;
    private final String value;
    private final boolean ascending;

    DomainOrder(String expression, String value, boolean ascending) {
        this.expression = expression;
        this.value = value;
        this.ascending = ascending;
    }

    /** What comes after another row, in JPQL with the parameters "domain" and, but for the first order, "value". */
    String after() {
        String beyond = ascending ? " > " : " < ";
        return this == DOMAIN ? "d.domain > :domain" : "(" + expression + ", d.domain)" + beyond + "(" + value + ", :domain)";
    }

    String orderBy() {
        String direction = ascending ? " asc" : " desc";
        return this == DOMAIN ? "d.domain" : expression + direction + ", d.domain" + direction;
    }
}
