package org.enrol.bulk.faces;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.enrol.account.service.Names;
import org.enrol.account.service.Names.Choice;
import org.enrol.bulk.model.BulkOrder;
import org.enrol.bulk.service.BulkOrders;
import org.enrol.page.faces.OwnPlace;
import org.enrol.request.model.RequestAction;

/** Backs admin/bulk-order.xhtml: what shall be done to all that match a filter, or to those that were ticked. What was chosen travels in the form. */
@Named
@RequestScoped
public class BulkOrderPage {

    @Inject
    BulkOrders orders;
    @Inject
    Names names;
    @Inject
    OwnPlace places;
    @Inject
    HttpServletRequest request;
    private String filter;
    private List<Long> requests;
    private RequestAction action = RequestAction.ASSIGN;
    private String comment;
    private long assignee;

    @PostConstruct
    void read() {
        filter = Optional.ofNullable(request.getParameter("filter")).orElse("");
        requests = Arrays.stream(Optional.ofNullable(request.getParameterValues("request")).orElse(new String[0]))
                .map(BulkJobPage::number).filter(id -> id > 0).distinct().toList();
    }

    public void prepare() {
        BulkOrder order = new BulkOrder(action, comment, assignee);
        places.go("/admin/bulk-job?id=" + (isAll() ? orders.prepare(order, filter) : orders.prepare(order, requests)));
    }

    /** Whether everything that matches is meant, and not what was ticked. */
    public boolean isAll() {
        return "true".equals(request.getParameter("all"));
    }

    public String getFilter() {
        return filter;
    }

    public List<Long> getRequests() {
        return requests;
    }

    public List<RequestAction> getActions() {
        return BulkOrder.OFFERED;
    }

    public List<Choice> getAdministrators() {
        return names.administrators();
    }

    public RequestAction getAction() {
        return action;
    }

    public void setAction(RequestAction action) {
        this.action = action;
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }

    public long getAssignee() {
        return assignee;
    }

    public void setAssignee(long assignee) {
        this.assignee = assignee;
    }
}
