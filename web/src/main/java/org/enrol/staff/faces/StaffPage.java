package org.enrol.staff.faces;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.enrol.account.model.Role;
import org.enrol.page.faces.KeysetModel;
import org.enrol.page.faces.LanguageChoice;
import org.enrol.page.faces.OwnPlace;
import org.enrol.registration.service.StaffInvitations;
import org.enrol.registration.service.StaffInvitations.Invitation;
import org.enrol.staff.service.StaffDirectory;
import org.enrol.staff.service.StaffDirectory.Asked;
import org.enrol.staff.service.StaffGrants;
import org.enrol.staff.service.StaffRow;
import org.primefaces.model.LazyDataModel;

/** Backs admin/staff.xhtml: who works here, who is invited, and what waits for a second staff manager. */
@Named
@ViewScoped
public class StaffPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    StaffDirectory directory;
    @Inject
    StaffGrants grants;
    @Inject
    StaffInvitations invitations;
    @Inject
    LanguageChoice choice;
    @Inject
    OwnPlace places;
    private String email;
    private Role role = Role.ADMINISTRATOR;
    /** As they were shown: a button means the line it stands in, whatever has come or gone meanwhile. */
    private List<Asked> asked;
    private List<Invitation> open;
    private final KeysetModel<StaffRow> rows = new Rows();

    /** Before the page is written, so that whoever lost a race sees how things stand now. */
    public void renew() {
        asked = directory.asked();
        open = invitations.open();
    }

    public void invite() {
        boolean mailed = grants.invite(email, role, choice.language().code());
        go(mailed ? "invited" : "asked");
    }

    public void confirm(long grant) {
        grants.confirm(grant);
        go("given");
    }

    public void decline(long grant) {
        grants.decline(grant);
        go("declined");
    }

    public void sendAgain(long invitation) {
        invitations.sendAgain(invitation);
        go("invited");
    }

    public void revoke(long invitation) {
        invitations.revoke(invitation);
        go("revoked");
    }

    private void go(String done) {
        places.go("/admin/staff?done=" + done);
    }

    public LazyDataModel<StaffRow> getRows() {
        return rows;
    }

    public List<Asked> getAsked() {
        return asked;
    }

    public List<Invitation> getInvitations() {
        return open;
    }

    /** Whether there is nobody to ask for a second opinion. */
    public boolean isAlone() {
        return grants.isAlone();
    }

    public List<Role> getRoles() {
        return Arrays.stream(Role.values()).filter(Role::isStaff).toList();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    private final class Rows extends KeysetModel<StaffRow> {

        private static final long serialVersionUID = 1L;

        @Override
        protected List<StaffRow> rows(String after, int most) {
            return directory.page(after.isEmpty() ? 0 : Long.parseLong(after), most);
        }

        @Override
        protected String key(StaffRow row) {
            return Long.toString(row.id());
        }
    }
}
