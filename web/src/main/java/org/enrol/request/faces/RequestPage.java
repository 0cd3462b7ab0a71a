package org.enrol.request.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.enrol.account.service.Names;
import org.enrol.account.service.Names.Choice;
import org.enrol.error.EnrolException;
import org.enrol.page.faces.OwnPlace;
import org.enrol.request.model.RequestAction;
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
    Names names;
    @Inject
    OwnPlace places;
    @Inject
    HttpServletRequest request;
    private long id;
    private long seenVersion;
    private RequestView view;
    private String comment;
    private long assignee;

    @PostConstruct
    void read() {
        id = number("id");
        seenVersion = number("version");
    }

    private long number(String parameter) {
        String value = request.getParameter(parameter);
        return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    /** @throws EnrolException REQUEST_NOT_FOUND becomes the page for that */
    public void arrive() {
        getView();
    }

    public void act(String action) {
        commands.act(id, seenVersion, RequestAction.valueOf(action), comment, assignee);
        places.go("/admin/request?id=" + id + "&done=" + action);
    }

    /** Read when it is shown, so that whoever lost a race sees how things stand now. */
    public RequestView getView() {
        if (view == null) {
            view = requests.view(id);
        }
        return view;
    }

    /** Whether the workflow allows the action but something still stands against it for this person. */
    public boolean isBlocked(RequestAction action) {
        return getView().obstacles().containsKey(action);
    }

    public List<Choice> getAdministrators() {
        return names.administrators();
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
