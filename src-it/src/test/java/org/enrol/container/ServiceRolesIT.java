package org.enrol.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import org.enrol.account.service.MyAccount;
import org.enrol.buyer.service.BuyerHome;
import org.enrol.error.EnrolException;
import org.enrol.registry.service.ApprovedDomains;
import org.junit.jupiter.api.Test;

/** The container guards the services themselves: a page that forgot to ask would still show nothing. */
class ServiceRolesIT extends ContainerTest {

    @Inject
    private ApprovedDomains domains;
    @Inject
    private BuyerHome buyerHome;
    @Inject
    private MyAccount myAccount;
    @Inject
    private Callers callers;

    @Test
    void whoeverIsNotSignedInIsRefusedEverything() {
        assertRefused(Caller.NOBODY, this::list);
        assertRefused(Caller.NOBODY, buyerHome::organisation);
        assertRefused(Caller.NOBODY, myAccount::profile);
        assertRefused(Caller.NOBODY, () -> myAccount.endOtherSessions("x"));
        assertRefused(Caller.NOBODY, () -> myAccount.browsers("x"));
    }

    @Test
    void listOfDomainsIsForStaffWhoDealWithThem() throws Exception {
        for (Caller caller : List.of(Caller.BUYER, Caller.ACCOUNT, Caller.STAFF_MANAGER)) {
            assertRefused(caller, this::list);
        }
        for (Caller caller : List.of(Caller.ADMINISTRATOR, Caller.SUPPORT, Caller.AUDITOR)) {
            assertThat(callers.as(caller, () -> domains.list("", "riverside", 5))).as("%s", caller).hasSize(1);
        }
    }

    @Test
    void buyersHomeIsForBuyersAndOwnAccountForWhoeverIsSignedIn() {
        assertRefused(Caller.ADMINISTRATOR, buyerHome::organisation);
        assertRefused(Caller.ACCOUNT, buyerHome::organisation);
        assertRefused(Caller.BUYER, myAccount::profile);
        // Let in, and then asked whose account it is: these callers have none.
        assertThatThrownBy(() -> callers.as(Caller.BUYER, buyerHome::organisation)).isInstanceOf(EnrolException.class);
    }

    private List<?> list() {
        return domains.list("", "", 5);
    }

    private void assertRefused(Caller caller, Callable<?> deed) {
        assertThatThrownBy(() -> callers.as(caller, deed)).as("%s", caller).isInstanceOf(EJBAccessException.class);
    }
}
