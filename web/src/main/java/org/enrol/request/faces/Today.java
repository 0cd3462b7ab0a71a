package org.enrol.request.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.enrol.request.service.Work;
import org.enrol.request.service.WorkCounts;
import org.enrol.request.service.WorkFilter;
import org.enrol.request.service.WorkList;
import org.enrol.request.service.WorkRow;

/** Backs admin.xhtml: what is to be done now. */
@Named
@RequestScoped
public class Today {

    private static final int SHOWN = 5;

    /** A work list, how many it holds, and its first rows. */
    public record Beginning(WorkList list, long count, List<WorkRow> rows) {
    }

    @Inject
    Work work;
    @Inject
    WorkCounts counts;
    private List<Beginning> lists;

    /** The lists that wait for somebody, what is mine first. */
    public List<Beginning> getLists() {
        if (lists == null) {
            Map<WorkList, Long> numbers = counts.get();
            lists = Stream.of(WorkList.MINE, WorkList.OVERDUE, WorkList.UNASSIGNED, WorkList.WAITING)
                    .map(list -> new Beginning(list, numbers.get(list), work.list(WorkFilter.of(list), "", SHOWN))).toList();
        }
        return lists;
    }
}
