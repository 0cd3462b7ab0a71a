package org.enrol.request.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.enrol.request.service.Work;
import org.enrol.request.service.WorkRow;

/** The way from one request back to the list that somebody came from, at the same page and row, and on to the next one of it. */
@Named
@RequestScoped
public class WorkReturn {

    @Inject
    Work work;
    @Inject
    HttpServletRequest request;
    private boolean known;
    private WorkPlace place;
    private String at;
    private long id;
    private List<WorkRow> next;

    @PostConstruct
    void read() {
        known = !Objects.requireNonNullElse(request.getParameter("work"), "").isEmpty();
        place = WorkPlace.parse(Objects.requireNonNullElse(request.getParameter("work"), "list=ALL"));
        at = Objects.requireNonNullElse(request.getParameter("at"), "");
        String number = Objects.requireNonNullElse(request.getParameter("id"), "");
        id = number.matches("[0-9]{1,18}") ? Long.parseLong(number) : 0;
    }

    /** Whether the person came from a list at all. */
    public boolean isKnown() {
        return known;
    }

    public String getList() {
        return place.filter().list().name();
    }

    /** The same page of the list, at the row. */
    public String getBack() {
        return place.address() + "#r" + id;
    }

    /** Null where nothing else is in the list. */
    public WorkRow getNext() {
        if (next == null) {
            next = work.next(place.filter(), at, id).stream().toList();
        }
        return next.isEmpty() ? null : next.get(0);
    }

    /** Only where there is a next one. */
    public String getNextAddress() {
        return place.addressOf(getNext());
    }

    /** For the form, which does not keep what stands in the address. */
    public String getWork() {
        return known ? place.query() : "";
    }

    public String getAt() {
        return at;
    }

    /** To be added to the address of the same request. */
    public String getCarried() {
        return known ? "&work=" + WorkPlace.encoded(place.query()) + "&at=" + WorkPlace.encoded(at) : "";
    }
}
