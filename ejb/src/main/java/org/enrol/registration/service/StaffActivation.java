package org.enrol.registration.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.enrol.account.service.NewAccount;
import org.enrol.account.service.PasswordHashing;
import org.enrol.account.service.PasswordPolicy;
import org.enrol.account.service.PersonalAnswers;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.registration.model.Registration;

/** How an invited member of staff gets the account: the mailbox is the proof, the invitation names the role. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StaffActivation {

    @Inject
    Activations activations;
    @Inject
    PersonalAnswers answers;
    @Inject
    PasswordPolicy policy;
    @Inject
    PasswordHashing hashing;

    /**
     * @param accepted whether terms and privacy notice were accepted
     * @throws EnrolException as {@link Activations#open}, or NAME_…, PASSWORD_…, NOTICES_NOT_ACCEPTED at their fields
     */
    public Activated activate(String token, String name, String password, boolean accepted, String language) {
        OpenRegistration open = activations.open(token);
        if (open.kind() != Registration.Kind.STAFF) {
            throw new EnrolException(ErrorCode.LINK_INVALID);
        }
        List<Refusal> problems = new ArrayList<>();
        String cleanName = answers.line("name", name, ErrorCode.NAME_REQUIRED, ErrorCode.NAME_LENGTH, problems);
        problems.addAll(policy.check("password", password, List.of(cleanName, open.email().typed())));
        if (!accepted) {
            problems.add(Refusal.at("accepted", ErrorCode.NOTICES_NOT_ACCEPTED));
        }
        EnrolException.unlessEmpty(problems);
        return activations.activateStaff(open, new NewAccount(open.email(), cleanName, "", language, open.role(), hashing.hash(password)));
    }
}
