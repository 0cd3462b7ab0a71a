package org.enrol.bulk.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.enrol.bulk.service.BulkOrders;
import org.enrol.bulk.service.BulkQueries;
import org.enrol.bulk.service.BulkView;
import org.enrol.error.EnrolException;
import org.enrol.page.faces.OwnPlace;

/** Backs admin/bulk-job.xhtml: one job, its numbers, and what can be done with it. */
@Named
@RequestScoped
public class BulkJobPage {

    @Inject
    BulkQueries jobs;
    @Inject
    BulkOrders orders;
    @Inject
    OwnPlace places;
    @Inject
    HttpServletRequest request;
    private long id;
    private BulkView job;

    @PostConstruct
    void read() {
        id = number(request.getParameter("id"));
    }

    static long number(String value) {
        return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    /** @throws EnrolException BULK_NOT_FOUND becomes the page for that */
    public void arrive() {
        getJob();
    }

    /** @param step name of a {@link BulkView.Step} */
    public void take(String step) {
        long next = id;
        switch (BulkView.Step.valueOf(step)) {
            case START -> orders.start(id);
            case CONFIRM -> orders.confirm(id);
            case DISCARD -> orders.discard(id);
            case STOP -> orders.stop(id);
            case GO_ON -> orders.goOn(id);
            case REPEAT -> next = orders.repeat(id);
        }
        places.go("/admin/bulk-job?id=" + next);
    }

    public BulkView.Step[] getSteps() {
        return BulkView.Step.values();
    }

    /** Read when it is shown: it changes by itself while it runs. */
    public BulkView getJob() {
        if (job == null) {
            job = jobs.job(id);
        }
        return job;
    }
}
