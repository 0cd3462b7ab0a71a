package org.enrol.request.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.enrol.audit.model.Actor;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.junit.jupiter.api.Test;

/** The short path of a request for an e-mail domain, walked by the table and never by setting a field. */
class RequestTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Party ADA = administrator(1);
    private static final Party BEN = administrator(2);
    private static final Party SYSTEM = new Party(new Actor(Actor.Kind.SYSTEM, 0), Set.of(RequestRole.OWNER));

    @Test
    void twoAdministratorsTogetherLetADomainIn() {
        Request request = inProgress();
        act(request, RequestAction.ASSIGN, ADA, "", 2);

        RequestEvent last = act(request, RequestAction.COMPLETE, BEN, "seen on the list", 0);

        assertThat(request.status()).isEqualTo(RequestStatus.COMPLETE_AWAITING_ACKNOWLEDGEMENT);
        assertThat(request.isComplete()).isTrue();
        assertThat(last.number()).isEqualTo(6);
    }

    @Test
    void whoApprovedDoesNotCompleteAndTheRequestStaysAsItWas() {
        Request request = inProgress();

        assertThat(request.obstacle(RequestAction.COMPLETE, ADA)).contains(ErrorCode.REQUEST_NEEDS_SECOND_PERSON);
        assertRefused(ErrorCode.REQUEST_NEEDS_SECOND_PERSON, () -> act(request, RequestAction.COMPLETE, ADA, "both", 0));
        assertThat(request.status()).isEqualTo(RequestStatus.APPROVED_IN_PROGRESS);
    }

    @Test
    void onlyWhoHasItDecides() {
        Request request = assigned();

        assertThat(request.possible(BEN)).containsExactlyInAnyOrder(RequestAction.ASSIGN, RequestAction.CLOSE);
        assertRefused(ErrorCode.REQUEST_ACTION_NOT_NOW, () -> act(request, RequestAction.RECORD_ADMIN_APPROVAL, BEN, "mine", 0));
    }

    @Test
    void decidingWithoutAReasonIsRefused() {
        Request request = assigned();

        assertRefused(ErrorCode.REQUEST_COMMENT_MISSING, () -> act(request, RequestAction.REJECT, ADA, "  ", 0));
        assertThat(request.status()).isEqualTo(RequestStatus.ASSIGNED);
    }

    @Test
    void aRejectedRequestFreesItsTargetAndMayBeOpenedAgain() {
        Request request = assigned();

        act(request, RequestAction.REJECT, ADA, "not public", 0);
        assertThat(request.outcome()).isEqualTo(Outcome.REJECTED);
        act(request, RequestAction.REOPEN, BEN, "new evidence", 0);

        assertThat(request.status()).isEqualTo(RequestStatus.AWAITING_PICKUP);
        assertThat(request.outcome()).isNull();
        assertThat(request.assigneeId()).isEmpty();
    }

    private static Request inProgress() {
        Request request = assigned();
        act(request, RequestAction.RECORD_ADMIN_APPROVAL, ADA, "on the list of bodies", 0);
        act(request, RequestAction.SCHEDULE, ADA, "needs a second person", 0);
        return request;
    }

    private static Request assigned() {
        Request request = new Request(new NewRequest("R-1", RequestType.EMAIL_DOMAIN, "library.example", "library.example", 0, 0), NOW);
        act(request, RequestAction.REQUEST_SUBMISSION_APPROVAL, SYSTEM, "", 0);
        act(request, RequestAction.ASSIGN, ADA, "", 1);
        return request;
    }

    private static RequestEvent act(Request request, RequestAction action, Party party, String comment, long assignee) {
        return request.perform(new Act(action, party, comment, assignee, NOW));
    }

    private static Party administrator(long id) {
        return new Party(new Actor(Actor.Kind.ACCOUNT, id), Set.of(RequestRole.ADMINISTRATOR));
    }

    private static void assertRefused(ErrorCode code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(EnrolException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
