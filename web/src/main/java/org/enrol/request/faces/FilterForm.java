package org.enrol.request.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.enrol.page.faces.OwnPlace;
import org.enrol.request.service.SavedFilter;
import org.enrol.request.service.SavedFilters;
import org.enrol.request.service.WorkFilter;

/** Backs admin/filters.xhtml: keeps a filter under a name, and drops those that nobody needs any more. */
@Named
@RequestScoped
public class FilterForm {

    @Inject
    SavedFilters filters;
    @Inject
    OwnPlace places;
    @Inject
    HttpServletRequest request;
    private String name;
    private List<SavedFilter> saved;

    public void save() {
        filters.save(name, filter());
        places.go(getAddress());
    }

    public void drop(int place) {
        filters.drop(place);
        places.go("/admin/filters?work=" + WorkPlace.encoded(getWork()));
    }

    public List<SavedFilter> getSaved() {
        if (saved == null) {
            saved = filters.mine();
        }
        return saved;
    }

    private WorkFilter filter() {
        return WorkFilter.parse(Objects.requireNonNullElse(request.getParameter("work"), ""));
    }

    /** The filter that is about to be kept. */
    public String getWork() {
        return filter().query();
    }

    public String getAddress() {
        return WorkPlace.first(filter()).address();
    }

    public String addressOf(SavedFilter kept) {
        return WorkPlace.first(WorkFilter.parse(kept.query())).address();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
