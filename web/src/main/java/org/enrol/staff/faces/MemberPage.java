package org.enrol.staff.faces;

import java.io.Serializable;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.enrol.account.model.Role;
import org.enrol.error.EnrolException;
import org.enrol.page.faces.OwnPlace;
import org.enrol.staff.service.StaffCommands;
import org.enrol.staff.service.StaffDirectory;
import org.enrol.staff.service.StaffGrants;
import org.enrol.staff.service.StaffMember;

/** Backs admin/staff-member.xhtml: one member of staff. */
@Named
@ViewScoped
public class MemberPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    StaffDirectory directory;
    @Inject
    StaffCommands commands;
    @Inject
    StaffGrants grants;
    @Inject
    OwnPlace places;
    private long id;
    private String why;
    /** As it was shown: a button means the role that stands on it, whatever has changed meanwhile. */
    private StaffMember member;

    @PostConstruct
    void read() {
        String value = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("id");
        id = value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    /** Before the page is written, so that whoever lost a race sees how things stand now. @throws EnrolException STAFF_NOT_FOUND becomes the page for that */
    public void renew() {
        member = directory.member(id);
    }

    public void suspend() {
        commands.suspend(id, why);
        go("suspended");
    }

    public void reactivate() {
        commands.reactivate(id, why);
        go("reactivated");
    }

    public void give(String role) {
        go(grants.give(id, Role.valueOf(role)) ? "given" : "asked");
    }

    public void take(String role) {
        commands.take(id, Role.valueOf(role));
        go("taken");
    }

    private void go(String done) {
        places.go("/admin/staff-member?id=" + id + "&done=" + done);
    }

    public StaffMember getMember() {
        return member;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}
