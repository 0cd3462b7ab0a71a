package org.enrol.registry.faces;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.enrol.page.faces.KeysetModel;
import org.enrol.registry.service.ApprovedDomains;
import org.enrol.registry.service.ApprovedDomains.Row;
import org.enrol.registry.service.DomainOrder;
import org.primefaces.model.LazyDataModel;

/** Backs the table of admin/domains.xhtml. What is looked for and the order stand in the address, so that they can be kept as a bookmark. */
@Named
@ViewScoped
public class DomainTable implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ApprovedDomains domains;
    private String part = "";
    private DomainOrder order = DomainOrder.DOMAIN;
    private final KeysetModel<Row> rows = new Rows();

    public DomainOrder[] getOrders() {
        return DomainOrder.values();
    }

    /** Name of the order in the address; an unknown one leaves the choice as it is. */
    public String getChosen() {
        return order.name();
    }

    public void setChosen(String name) {
        order = Arrays.stream(DomainOrder.values()).filter(known -> known.name().equalsIgnoreCase(name)).findFirst().orElse(order);
    }

    /** Whether another order than the usual one is chosen. */
    public boolean isOrdered() {
        return order != DomainOrder.DOMAIN;
    }

    public String getPart() {
        return part;
    }

    public void setPart(String part) {
        this.part = part == null ? "" : part.strip();
    }

    public LazyDataModel<Row> getRows() {
        return rows;
    }

    private final class Rows extends KeysetModel<Row> {

        private static final long serialVersionUID = 1L;

        @Override
        protected List<Row> rows(String after, int most) {
            return domains.list(order, after, part, most);
        }

        @Override
        protected String key(Row row) {
            return row.key();
        }
    }
}
