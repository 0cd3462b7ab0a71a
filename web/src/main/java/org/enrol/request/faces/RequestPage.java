package org.enrol.request.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.enrol.account.service.Names;
import org.enrol.account.service.Names.Choice;
import org.enrol.audit.service.CurrentActor;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.page.faces.OwnPlace;
import org.enrol.request.model.RequestAction;
import org.enrol.request.service.Reasons;
import org.enrol.request.service.RequestCommands;
import org.enrol.request.service.RequestQueries;
import org.enrol.request.service.RequestView;

/** Backs admin/request.xhtml: one request, and what the person may do with it. The version that was shown goes back with the action. */
@Named
@RequestScoped
public class RequestPage {

    @Inject
    RequestQueries requests;
    @Inject
    RequestCommands commands;
    @Inject
    Reasons reasons;
    @Inject
    Names names;
    @Inject
    CurrentActor actor;
    @Inject
    OwnPlace places;
    @Inject
    WorkReturn work;
    @Inject
    HttpServletRequest request;
    private long id;
    private long seenVersion;
    private int seenEvents;
    private RequestView view;
    private List<Choice> administrators;
    private String comment;
    private String note;
    private long assignee;

    @PostConstruct
    void read() {
        id = number("id");
        seenVersion = number("version");
        seenEvents = (int) number("seen");
    }

    private long number(String parameter) {
        String value = request.getParameter(parameter);
        return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    /**
     * Whoever answers a page that is out of date is told so, also where what they pressed is no longer there to be pressed.
     *
     * @throws EnrolException REQUEST_NOT_FOUND, REQUEST_CHANGED_MEANWHILE
     */
    public void arrive() {
        if (request.getParameter("version") != null) {
            getView().expect(seenVersion);
        }
        getView();
    }

    /** Reads it for the printed record. @throws EnrolException REQUEST_NOT_FOUND */
    public void print() {
        view = requests.record(id);
    }

    public void act(String action) {
        RequestAction chosen = RequestAction.valueOf(action);
        does(chosen, reasons.words(id, chosen, number("reason"), comment), 0);
    }

    /** Takes it oneself. */
    public void take() {
        does(RequestAction.ASSIGN, note, actor.accountId());
    }

    public void assign() {
        does(RequestAction.ASSIGN, note, assignee);
    }

    private void does(RequestAction action, String words, long to) {
        // Whatever comes of it, the page shows how things stand afterwards.
        view = null;
        commands.act(id, seenVersion, action, words, to);
        places.go("/admin/request?id=" + id + "&done=" + action + work.getCarried());
    }

    /** What was done just before, as the address says; empty if nothing was. */
    public String getDone() {
        String done = request.getParameter("done");
        return done != null && Arrays.stream(RequestAction.values()).anyMatch(action -> action.name().equals(done)) ? done : "";
    }

    /** Read when it is shown, so that whoever lost a race sees how things stand now. */
    public RequestView getView() {
        if (view == null) {
            view = requests.view(id);
        }
        return view;
    }

    /** How much of the history the person saw before acting; 0 if nothing was done yet. */
    public int getSeenEvents() {
        return seenEvents;
    }

    /** What can be decided now. Assigning is no decision. */
    public List<RequestAction> getDecisions() {
        return getView().possible().stream().filter(action -> action != RequestAction.ASSIGN).toList();
    }

    public boolean isAssignable() {
        return getView().possible().contains(RequestAction.ASSIGN) && !isBlocked(RequestAction.ASSIGN);
    }

    /** What the workflow allows but something else still stands against. */
    public List<Map.Entry<RequestAction, ErrorCode>> getObstacles() {
        return List.copyOf(getView().obstacles().entrySet());
    }

    public long getId() {
        return id;
    }

    /** The version that the person was looking at. */
    long seenVersion() {
        return seenVersion;
    }

    public boolean isBlocked(RequestAction action) {
        return getView().obstacles().containsKey(action);
    }

    /** The class of a decision's button: the way on, the way out, the rest. */
    public String look(RequestAction action) {
        return switch (action) {
            case REJECT, CLOSE -> "govuk-button--warning";
            case RETURN_TO_AUTHOR, REOPEN, REQUEST_MANAGEMENT_APPROVAL, REQUEST_GOVERNANCE_APPROVAL -> "govuk-button--secondary";
            default -> "";
        };
    }

    public List<Choice> getAdministrators() {
        if (administrators == null) {
            administrators = names.administrators();
        }
        return administrators;
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }

    /** What whoever takes over should know; the applicant does not read it. */
    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public long getAssignee() {
        return assignee;
    }

    public void setAssignee(long assignee) {
        this.assignee = assignee;
    }
}
