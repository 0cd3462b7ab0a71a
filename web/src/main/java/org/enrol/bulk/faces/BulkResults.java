package org.enrol.bulk.faces;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.enrol.bulk.model.BulkItem;
import org.enrol.bulk.service.BulkQueries;
import org.enrol.bulk.service.BulkRow;
import org.enrol.page.faces.KeysetModel;
import org.primefaces.model.LazyDataModel;

/** Backs the results on admin/bulk-job.xhtml; which state is shown stands in the address. */
@Named
@ViewScoped
public class BulkResults implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    BulkQueries jobs;
    private long job;
    private BulkItem.State state;
    private final KeysetModel<BulkRow> rows = new Rows();

    @PostConstruct
    void read() {
        Map<String, String> address = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        job = BulkJobPage.number(address.get("id"));
        state = Arrays.stream(BulkItem.State.values()).filter(known -> known.name().equals(address.get("state"))).findFirst().orElse(null);
    }

    public LazyDataModel<BulkRow> getRows() {
        return rows;
    }

    public BulkItem.State[] getStates() {
        return BulkItem.State.values();
    }

    /** Name of the state that is shown; empty for all. */
    public String getChosen() {
        return state == null ? "" : state.name();
    }

    private final class Rows extends KeysetModel<BulkRow> {

        private static final long serialVersionUID = 1L;

        @Override
        protected List<BulkRow> rows(String after, int most) {
            return jobs.items(job, state, after.isEmpty() ? 0 : Long.parseLong(after), most);
        }

        @Override
        protected String key(BulkRow row) {
            return Long.toString(row.id());
        }
    }
}
