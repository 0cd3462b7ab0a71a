package org.enrol.bulk.service;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

import org.enrol.error.EnrolException;

/** Works through the jobs that are running, on every node at once, a stretch at a time so that a node stops without waiting long. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class BulkRunner {

    private static final Logger LOGGER = System.getLogger(BulkRunner.class.getName());
    /** Items; at some milliseconds each about as long as until the next tick. */
    private static final int STRETCH = 100;

    @Inject
    BulkItems items;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "bulk")
    public void run() {
        items.pending(STRETCH).forEach(this::perform);
        items.finish();
    }

    private void perform(long item) {
        try {
            items.perform(item);
        } catch (EnrolException refused) {
            items.refused(item, refused.code());
        } catch (EJBException broken) {
            // Counted, or it would be tried for ever. If the database is away nothing is counted, and the next tick tries again.
            LOGGER.log(Level.WARNING, "Item " + item + " of a bulk job could not be done", broken);
            items.failed(item);
        }
    }
}
