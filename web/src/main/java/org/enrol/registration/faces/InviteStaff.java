package org.enrol.registration.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.enrol.account.model.Role;
import org.enrol.page.faces.LanguageChoice;
import org.enrol.page.faces.OwnPlace;
import org.enrol.registration.service.StaffInvitations;

/** Backs admin/staff.xhtml. */
@Named
@RequestScoped
public class InviteStaff {

    @Inject
    StaffInvitations invitations;
    @Inject
    LanguageChoice choice;
    @Inject
    OwnPlace places;
    private String email;
    private Role role = Role.ADMINISTRATOR;

    public void submit() {
        invitations.invite(email, role, choice.language().code());
        places.go("/admin/staff?invited=true");
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
}
