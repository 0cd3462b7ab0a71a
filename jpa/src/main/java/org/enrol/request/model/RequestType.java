package org.enrol.request.model;

import static org.enrol.request.model.Transition.APPROVE_AND_COMPLETE;
import static org.enrol.request.model.Transition.APPROVE_FOR_STAFF;
import static org.enrol.request.model.Transition.ASK_GOVERNANCE;
import static org.enrol.request.model.Transition.ASK_MANAGEMENT;
import static org.enrol.request.model.Transition.CORRECT;
import static org.enrol.request.model.Transition.DISAGREE;
import static org.enrol.request.model.Transition.FEASIBLE;
import static org.enrol.request.model.Transition.FEASIBLE_TO_SCOPE;
import static org.enrol.request.model.Transition.GOVERNANCE_AGREES;
import static org.enrol.request.model.Transition.SUBMIT_FOR_APPROVAL;
import static org.enrol.request.model.Transition.SUBMIT_TO_STAFF;

import java.util.EnumSet;
import java.util.Set;

/**
 * What people decide. A type withholds rows of the workflow; it never adds one, and never loosens a guard.
 *
 * <p>Source: design, section 4.
 */
public enum RequestType {

    /** A domain that the registry does not know: whose mailboxes prove the public sector is decided by two. */
    EMAIL_DOMAIN(true, reviewedByStaff()),
    /** A company that no registry could confirm. */
    COMPANY_CHECK(false, reviewedByStaff()),
    /** A colleague of a registered supplier: a member of it decides, staff only if none does. */
    JOIN_COMPANY(false, agreedByMembers()),
    /** The first request of a researcher. */
    CREATE_USER_ACCOUNT(false, reviewedByStaff()),
    JOIN_ORGANISATION(false, withGovernance()),
    CREATE_DEPARTMENT(false, withGovernance()),
    CREATE_ORGANISATION(false, withFeasibilityAndGovernance());

    private final boolean fourEyes;
    private final Set<Transition> withheld;

    RequestType(boolean fourEyes, Set<Transition> withheld) {
        this.fourEyes = fourEyes;
        this.withheld = Set.copyOf(withheld);
    }

    public boolean uses(Transition row) {
        return !withheld.contains(row);
    }

    /** Whether who approved may not complete. */
    public boolean asksForFourEyes() {
        return fourEyes;
    }

    /** Straight to the staff, and decided there by one review. */
    private static Set<Transition> reviewedByStaff() {
        Set<Transition> withheld = withGovernance();
        withheld.addAll(EnumSet.of(ASK_GOVERNANCE, GOVERNANCE_AGREES));
        return withheld;
    }

    /** First to a member of the company, whose yes is the end of it; what staff get is decided by one review. */
    private static Set<Transition> agreedByMembers() {
        Set<Transition> withheld = reviewedByStaff();
        withheld.removeAll(EnumSet.of(SUBMIT_FOR_APPROVAL, APPROVE_AND_COMPLETE, DISAGREE));
        withheld.add(SUBMIT_TO_STAFF);
        return withheld;
    }

    /** Straight to the staff, who may ask those who govern the data. */
    private static Set<Transition> withGovernance() {
        Set<Transition> withheld = withFeasibilityAndGovernance();
        withheld.addAll(EnumSet.of(ASK_MANAGEMENT, FEASIBLE_TO_SCOPE));
        return withheld;
    }

    /** Every step of the staff; what was returned goes straight back to them. */
    private static Set<Transition> withFeasibilityAndGovernance() {
        return EnumSet.of(SUBMIT_FOR_APPROVAL, APPROVE_FOR_STAFF, APPROVE_AND_COMPLETE, FEASIBLE, CORRECT, DISAGREE);
    }
}
