package org.enrol.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.enrol.account.service.MyAccount;
import org.enrol.buyer.service.BuyerHome;
import org.enrol.error.EnrolException;
import org.enrol.registry.service.ApprovedDomains;
import org.enrol.registry.service.DomainOrder;
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
    @Inject
    private BeanManager beans;
    @Inject
    private UserTransaction transaction;

    @Test
    void everyOperationThatAsksForARoleRefusesWhoeverHasAnother() {
        List<ServiceOperation> guarded = guarded();
        assertThat(guarded).as("operations that ask for a role").hasSizeGreaterThan(20);
        SoftAssertions all = new SoftAssertions();
        guarded.forEach(operation -> strangers(operation).forEach(caller -> all.assertThatThrownBy(() -> callers.as(caller, operation::call))
                .as("%s by %s", operation, caller).isInstanceOf(EJBAccessException.class)));
        all.assertAll();
    }

    /** With nothing given, so that most of them fail, but later than at the door. What they do all the same is undone. */
    @Test
    void everyOperationLetsItsRolesIn() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (ServiceOperation operation : guarded()) {
            for (Caller caller : Caller.values()) {
                if (operation.roles().orElseThrow().contains(caller.name())) {
                    all.assertThat(thrownBy(caller, operation) instanceof EJBAccessException).as("%s refuses %s", operation, caller).isFalse();
                }
            }
        }
        all.assertAll();
    }

    private List<ServiceOperation> guarded() {
        return ServiceOperation.all(beans).filter(operation -> operation.roles().isPresent()).toList();
    }

    private static Stream<Caller> strangers(ServiceOperation operation) {
        return Stream.of(Caller.values()).filter(caller -> !operation.roles().orElseThrow().contains(caller.name()));
    }

    private Throwable thrownBy(Caller caller, ServiceOperation operation) throws Exception {
        transaction.begin();
        try {
            return catchThrowable(() -> callers.as(caller, operation::call));
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void listOfDomainsIsForStaffWhoDealWithThem() throws Exception {
        for (Caller caller : List.of(Caller.BUYER, Caller.ACCOUNT, Caller.STAFF_MANAGER)) {
            assertRefused(caller, this::list);
        }
        for (Caller caller : List.of(Caller.ADMINISTRATOR, Caller.SUPPORT, Caller.AUDITOR)) {
            assertThat(callers.as(caller, () -> domains.list(DomainOrder.DOMAIN, "", "riverside", 5))).as("%s", caller).hasSize(1);
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
        return domains.list(DomainOrder.DOMAIN, "", "", 5);
    }

    private void assertRefused(Caller caller, Callable<?> deed) {
        assertThatThrownBy(() -> callers.as(caller, deed)).as("%s", caller).isInstanceOf(EJBAccessException.class);
    }
}
