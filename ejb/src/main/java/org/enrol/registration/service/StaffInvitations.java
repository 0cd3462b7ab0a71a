package org.enrol.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.enrol.account.model.EmailAddress;
import org.enrol.account.model.Role;
import org.enrol.account.service.Accounts;
import org.enrol.audit.service.CurrentActor;
import org.enrol.account.service.EmailAddresses;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.registration.model.Registration;

/** Staff join by invitation only: nobody becomes staff by registering. */
@Stateless
@RolesAllowed({"ADMINISTRATOR", "STAFF_MANAGER"})
public class StaffInvitations {

    @Inject
    EmailAddresses addresses;
    @Inject
    Accounts accounts;
    @Inject
    Registrations registrations;
    @Inject
    CurrentActor actor;

    /**
     * Mails an invitation; doing it again mails it again.
     *
     * @param language of the mail, as a BCP 47 tag
     * @throws EnrolException EMAIL_… at "email"; STAFF_EMAIL_IN_USE if the mailbox has an account already
     */
    public void invite(String email, Role role, String language) {
        EmailAddress address = addresses.parse("email", email);
        if (!role.isStaff()) {
            throw new IllegalArgumentException(role + " is no role of staff");
        }
        if (accounts.find(address.canonical()).isPresent()) {
            throw new EnrolException(Refusal.at("email", ErrorCode.STAFF_EMAIL_IN_USE));
        }
        registrations.invite(Submission.invitation(role, address, language), actor.get());
    }
}
