package org.enrol.request.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enrol.page.faces.FormNumber;
import org.enrol.page.faces.OwnPlace;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestType;
import org.enrol.request.service.ReasonCommands;
import org.enrol.request.service.ReasonView;
import org.enrol.request.service.ReasonWords;
import org.enrol.request.service.Reasons;

/** Backs admin/reasons.xhtml: the catalogue, and the form that adds a reason or changes the one named in the address. */
@Named
@RequestScoped
public class ReasonCatalogue {

    @Inject
    Reasons reasons;
    @Inject
    ReasonCommands commands;
    @Inject
    FormNumber number;
    @Inject
    OwnPlace places;
    @Inject
    HttpServletRequest request;
    private List<ReasonView> all;
    private ReasonView chosen;
    private RequestType type = RequestType.EMAIL_DOMAIN;
    private RequestAction action = RequestAction.REJECT;
    private String english;
    private String welsh;
    private String french;
    private String arabic;

    /** Where one is chosen, the form begins with its words. */
    @PostConstruct
    void read() {
        chosen = find(parameter("id")).orElse(null);
        if (chosen != null && !FacesContext.getCurrentInstance().isPostback()) {
            english = chosen.english();
            welsh = chosen.welsh();
            french = chosen.french();
            arabic = chosen.arabic();
        }
    }

    private Optional<ReasonView> find(long id) {
        return getAll().stream().filter(reason -> reason.id() == id && !reason.retired()).findFirst();
    }

    private long parameter(String name) {
        String value = request.getParameter(name);
        return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    public void save() {
        ReasonWords words = new ReasonWords(english, welsh, french, arabic);
        if (parameter("id") == 0) {
            commands.add(type, action, words, number.get());
        } else {
            commands.change(parameter("id"), parameter("version"), words);
        }
        places.go("/admin/reasons?saved=true");
    }

    public void retire() {
        commands.retire(parameter("id"), parameter("version"));
        places.go("/admin/reasons?saved=true");
    }

    public List<ReasonView> getAll() {
        if (all == null) {
            all = reasons.all();
        }
        return all;
    }

    /** The one that is being changed; null where one is added. */
    public ReasonView getChosen() {
        return chosen;
    }

    public boolean isEditable() {
        return request.isUserInRole("ADMINISTRATOR");
    }

    public RequestType[] getTypes() {
        return RequestType.values();
    }

    public List<RequestAction> getActions() {
        return Arrays.stream(RequestAction.values()).filter(RequestAction::takesReason).toList();
    }

    public RequestType getType() {
        return type;
    }

    public void setType(RequestType type) {
        this.type = type;
    }

    public RequestAction getAction() {
        return action;
    }

    public void setAction(RequestAction action) {
        this.action = action;
    }

    public String getEnglish() {
        return english;
    }

    public void setEnglish(String english) {
        this.english = english;
    }

    public String getWelsh() {
        return welsh;
    }

    public void setWelsh(String welsh) {
        this.welsh = welsh;
    }

    public String getFrench() {
        return french;
    }

    public void setFrench(String french) {
        this.french = french;
    }

    public String getArabic() {
        return arabic;
    }

    public void setArabic(String arabic) {
        this.arabic = arabic;
    }
}
