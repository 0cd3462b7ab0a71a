package org.enrol.registration.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.enrol.account.model.EmailAddress;
import org.enrol.account.model.Role;
import org.enrol.account.service.Accounts;
import org.enrol.account.service.EmailAddresses;
import org.enrol.audit.service.AuditTrail;
import org.enrol.link.model.Purpose;
import org.enrol.link.service.Links;

/**
 * Invites the first administrator by ordinary mail: there is no default password. While nobody is an active administrator, every start of the
 * server sends a new invitation if no good one is out.
 *
 * <p>Source: design section 6 (administrators).
 */
@Singleton
@Startup
@PermitAll
public class FirstAdministrator {

    private static final Logger LOGGER = System.getLogger(FirstAdministrator.class.getName());

    @Inject
    Accounts accounts;
    @Inject
    EmailAddresses addresses;
    @Inject
    Registrations registrations;
    @Inject
    Links links;
    @Inject
    AuditTrail audit;
    @Inject
    @ConfigProperty(name = "enrol.admin.email")
    Optional<String> email;

    @PostConstruct
    void invite() {
        if (accounts.anybodyActiveIs(Role.ADMINISTRATOR)) {
            return;
        }
        if (email.isEmpty()) {
            LOGGER.log(Level.WARNING, "There is no administrator: set ENROL_ADMIN_EMAIL and start again, and an invitation goes there");
            return;
        }
        EmailAddress address = addresses.parse("ENROL_ADMIN_EMAIL", email.get());
        Submission invitation = Submission.invitation(Role.ADMINISTRATOR, address, "en");
        if (registrations.current(invitation.visitor(), invitation.kind()).isEmpty() || !links.anyIsGood(Purpose.ACTIVATION, address.canonical())) {
            registrations.invite(invitation, audit.system());
            LOGGER.log(Level.INFO, "There is no administrator yet: an invitation goes to the address in ENROL_ADMIN_EMAIL");
        }
    }
}
