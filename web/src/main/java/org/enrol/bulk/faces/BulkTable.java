package org.enrol.bulk.faces;

import java.io.Serializable;
import java.util.List;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.enrol.bulk.service.BulkLine;
import org.enrol.bulk.service.BulkQueries;
import org.enrol.page.faces.KeysetModel;
import org.primefaces.model.LazyDataModel;

/** Backs admin/bulk.xhtml: the jobs, newest first. */
@Named
@ViewScoped
public class BulkTable implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    BulkQueries jobs;
    private final KeysetModel<BulkLine> rows = new Rows();

    public LazyDataModel<BulkLine> getRows() {
        return rows;
    }

    private final class Rows extends KeysetModel<BulkLine> {

        private static final long serialVersionUID = 1L;

        @Override
        protected List<BulkLine> rows(String after, int most) {
            return jobs.jobs(after.isEmpty() ? 0 : Long.parseLong(after), most);
        }

        @Override
        protected String key(BulkLine row) {
            return Long.toString(row.id());
        }
    }
}
