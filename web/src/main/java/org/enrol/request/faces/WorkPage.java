package org.enrol.request.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.enrol.request.service.Work;
import org.enrol.request.service.WorkCounts;
import org.enrol.request.service.WorkFilter;
import org.enrol.request.service.WorkList;
import org.enrol.request.service.WorkRow;
import org.enrol.request.service.WorkSort;

/** Backs admin/requests.xhtml: one page of work. All of it stands in the address, so that bookmarks and the way back show the same. */
@Named
@RequestScoped
public class WorkPage {

    private static final int ROWS = 25;

    @Inject
    Work work;
    @Inject
    WorkCounts counted;
    @Inject
    HttpServletRequest request;
    private Map<WorkList, Long> counts;
    private WorkPlace place;
    private List<WorkRow> rows;
    private boolean earlier;
    private boolean later;

    @PostConstruct
    void read() {
        counts = counted.get();
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        place = WorkPlace.parse(query);
        if (request.getParameter("list") == null && place.filter().equals(WorkFilter.of(WorkList.ALL))) {
            place = WorkPlace.first(WorkFilter.of(counts.get(WorkList.MINE) > 0 ? WorkList.MINE : WorkList.UNASSIGNED));
        }
        load();
    }

    private void load() {
        WorkFilter filter = place.filter();
        if (!place.before().isEmpty()) {
            List<WorkRow> found = work.listBefore(filter, place.before(), ROWS + 1);
            if (found.size() >= ROWS) {
                rows = found.subList(found.size() - ROWS, found.size());
                earlier = found.size() > ROWS;
                later = true;
                return;
            }
            place = WorkPlace.first(filter);
        }
        List<WorkRow> found = work.list(filter, place.after(), ROWS + 1);
        rows = found.subList(0, Math.min(ROWS, found.size()));
        earlier = !place.after().isEmpty();
        later = found.size() > ROWS;
    }

    public WorkFilter getFilter() {
        return place.filter();
    }

    public List<WorkRow> getRows() {
        return rows;
    }

    public WorkList[] getLists() {
        return WorkList.values();
    }

    public long count(WorkList list) {
        return counts.get(list);
    }

    public WorkSort[] getSorts() {
        return WorkSort.values();
    }

    public String addressOf(WorkRow row) {
        return place.addressOf(row);
    }

    /** The page before; empty on the first. */
    public String getEarlier() {
        if (!earlier) {
            return "";
        }
        return rows.isEmpty() ? getFirst() : WorkPlace.before(getFilter(), rows.get(0)).address();
    }

    public String getFirst() {
        return WorkPlace.first(getFilter()).address();
    }

    /** The next page; empty on the last. */
    public String getLater() {
        return later ? WorkPlace.after(getFilter(), rows.get(rows.size() - 1)).address() : "";
    }

    /** The same in another order; the order that is there already is turned round. */
    public String sorted(WorkSort sort) {
        boolean turned = sort == getFilter().sort() && !getFilter().descending();
        return WorkPlace.first(getFilter().sorted(sort, turned)).address();
    }

    /** The value of the attribute aria-sort. */
    public String direction(WorkSort sort) {
        if (sort != getFilter().sort()) {
            return "none";
        }
        return getFilter().descending() ? "descending" : "ascending";
    }

    /** For the pages that keep this filter or act on all of it. */
    public String getQuery() {
        return getFilter().query();
    }

    public String getCarried() {
        return "work=" + WorkPlace.encoded(getQuery());
    }
}
