package org.enrol.registry.faces;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.enrol.page.faces.KeysetModel;
import org.enrol.registry.service.ApprovedDomains;
import org.enrol.registry.service.ApprovedDomains.Row;
import org.primefaces.model.LazyDataModel;

/** Backs admin/domains.xhtml: the approved domains. */
@Named
@ViewScoped
public class DomainTable implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ApprovedDomains domains;
    private String part = "";
    private final KeysetModel<Row> rows = new Rows();

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
            return domains.list(after, part, most);
        }

        @Override
        protected String key(Row row) {
            return row.domain();
        }
    }
}
