package org.enrol.bulk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.enrol.audit.model.Actor;
import org.enrol.bulk.model.BulkJob.Status;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.request.model.RequestAction;
import org.junit.jupiter.api.Test;

class BulkJobTest {

    private static final Actor ADA = new Actor(Actor.Kind.ACCOUNT, 7);
    private static final Actor BEN = new Actor(Actor.Kind.ACCOUNT, 8);
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
    private static final int MANY = 50;

    @Test
    void whatDecidesAboutManyRunsOnlyAfterASecondAdministratorHasConfirmed() {
        BulkJob job = job(RequestAction.REJECT, MANY);

        job.start(ADA);

        assertThat(job.status()).isEqualTo(Status.WAITING);
        assertRefused(ErrorCode.BULK_NEEDS_SECOND_PERSON, () -> job.confirm(ADA));
        job.confirm(BEN);
        assertThat(job.isRunning()).isTrue();
        assertThat(job.orderedBy()).as("who it is done by").isEqualTo(ADA);
    }

    @Test
    void whatDecidesNothingOrAboutFewRunsAtOnce() {
        for (BulkJob job : new BulkJob[] {job(RequestAction.REJECT, MANY - 1), job(RequestAction.ASSIGN, MANY)}) {
            job.start(ADA);

            assertThat(job.isRunning()).as("%s", job.action()).isTrue();
        }
    }

    @Test
    void onlyWhoOrderedItStartsItAndOnlyOnce() {
        BulkJob job = job(RequestAction.ASSIGN, 1);

        assertRefused(ErrorCode.BULK_CHANGED_MEANWHILE, () -> job.start(BEN));
        job.start(ADA);
        assertRefused(ErrorCode.BULK_CHANGED_MEANWHILE, () -> job.start(ADA));
    }

    @Test
    void aJobStopsAndGoesOnUntilItIsDone() {
        BulkJob job = job(RequestAction.ASSIGN, 1);
        assertRefused(ErrorCode.BULK_CHANGED_MEANWHILE, job::stop);
        job.start(ADA);

        job.stop();
        assertRefused(ErrorCode.BULK_CHANGED_MEANWHILE, () -> job.finish(NOW));
        job.goOn();
        job.finish(NOW);

        assertThat(job.endedAt()).contains(NOW);
        assertRefused(ErrorCode.BULK_CHANGED_MEANWHILE, job::goOn);
        assertRefused(ErrorCode.BULK_CHANGED_MEANWHILE, () -> job.discard(NOW));
    }

    @Test
    void anOrderThatEveryRequestWouldRefuseIsRefusedAtOnce() {
        assertRefused(ErrorCode.REQUEST_COMMENT_MISSING, () -> ordered(new BulkOrder(RequestAction.CLOSE, " ", 0)));
        assertRefused(ErrorCode.REQUEST_ASSIGNEE_MISSING, () -> ordered(new BulkOrder(RequestAction.ASSIGN, "", 0)));
        assertRefused(ErrorCode.REQUEST_ACTION_NOT_NOW, () -> ordered(new BulkOrder(RequestAction.REOPEN, "Again.", 0)));
    }

    private static BulkJob job(RequestAction action, int requests) {
        BulkJob job = ordered(new BulkOrder(action, "Because.", 9));
        job.holds(requests, MANY);
        return job;
    }

    private static BulkJob ordered(BulkOrder order) {
        return new BulkJob(order, "list=ALL", ADA, NOW);
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(EnrolException.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
