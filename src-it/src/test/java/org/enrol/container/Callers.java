package org.enrol.container;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.concurrent.Callable;

/** Lets a deed be done in a role, by beans that the container runs in it. */
@Dependent
public class Callers {

    @EJB
    private AsAccount account;
    @EJB
    private AsBuyer buyer;
    @EJB
    private AsSupplier supplier;
    @EJB
    private AsResearcher researcher;
    @EJB
    private AsAdministrator administrator;
    @EJB
    private AsSupport support;
    @EJB
    private AsAuditor auditor;
    @EJB
    private AsStaffManager staffManager;

    <V> V as(Caller caller, Callable<V> deed) throws Exception {
        return switch (caller) {
            case NOBODY -> deed.call();
            case ACCOUNT -> account.call(deed);
            case BUYER -> buyer.call(deed);
            case SUPPLIER -> supplier.call(deed);
            case RESEARCHER -> researcher.call(deed);
            case ADMINISTRATOR -> administrator.call(deed);
            case SUPPORT -> support.call(deed);
            case AUDITOR -> auditor.call(deed);
            case STAFF_MANAGER -> staffManager.call(deed);
        };
    }
}
