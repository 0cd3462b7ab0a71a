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

import java.util.EnumSet;
import java.util.Set;

/**
 * What people decide. A type withholds rows of the workflow; it never adds one, and never loosens a guard.
 *
 * <p>Source: design, section 4.
 */
public enum RequestType {

    /** A domain that the registry does not know: whose mailboxes prove the public sector is decided by two. */
    EMAIL_DOMAIN(true, shortPath());

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
    private static Set<Transition> shortPath() {
        return EnumSet.of(SUBMIT_FOR_APPROVAL, APPROVE_FOR_STAFF, APPROVE_AND_COMPLETE, ASK_MANAGEMENT, FEASIBLE_TO_SCOPE, FEASIBLE,
                ASK_GOVERNANCE, GOVERNANCE_AGREES, CORRECT, DISAGREE);
    }
}
