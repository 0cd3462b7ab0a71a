package org.enrol.request.faces;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.enrol.page.faces.KeysetModel;
import org.enrol.request.service.Work;
import org.enrol.request.service.WorkFilter;
import org.enrol.request.service.WorkList;
import org.enrol.request.service.WorkRow;
import org.primefaces.model.LazyDataModel;

/** Backs admin.xhtml: the work lists. What is chosen stands in the address, so that it can be kept as a bookmark. */
@Named
@ViewScoped
public class RequestTable implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Work work;
    private WorkList list = WorkList.UNASSIGNED;
    private String part = "";
    private final KeysetModel<WorkRow> rows = new Rows();

    public WorkList[] getLists() {
        return WorkList.values();
    }

    /** Name of the list in the address; an unknown one leaves the choice as it is. */
    public String getChosen() {
        return list.name();
    }

    public void setChosen(String name) {
        list = Arrays.stream(WorkList.values()).filter(known -> known.name().equalsIgnoreCase(name)).findFirst().orElse(list);
    }

    public String getPart() {
        return part;
    }

    public void setPart(String part) {
        this.part = part == null ? "" : part.strip();
    }

    private WorkFilter filter() {
        WorkFilter whole = WorkFilter.of(list);
        return new WorkFilter(list, whole.types(), whole.statuses(), 0, 0, part, whole.sort(), whole.descending());
    }

    /** What is shown, as the address has it. */
    public String getQuery() {
        return filter().query();
    }

    public LazyDataModel<WorkRow> getRows() {
        return rows;
    }

    private final class Rows extends KeysetModel<WorkRow> {

        private static final long serialVersionUID = 1L;

        @Override
        protected List<WorkRow> rows(String after, int most) {
            return work.list(filter(), after, most);
        }

        @Override
        protected String key(WorkRow row) {
            return filter().key(row);
        }
    }
}
