package org.enrol.buyer.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.enrol.buyer.model.DomainWait;
import org.enrol.buyer.service.AccessStatus.Phase;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.link.model.Purpose;
import org.enrol.link.service.Links;
import org.enrol.request.model.Request;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestMessage;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.service.AskAgain;
import org.enrol.request.service.AttachmentReading;
import org.enrol.request.service.Conversation;
import org.enrol.request.service.MessageView;
import org.enrol.request.service.Requests;
import org.enrol.request.service.Told;

/** Where the holder of a status link stands. Nothing of the others who wait, and no names of staff. */
@Stateless
@PermitAll
public class AccessView {

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Links links;
    @Inject
    Requests requests;
    @Inject
    Conversation conversation;
    @Inject
    AttachmentReading files;
    @Inject
    AskAgain askAgain;

    /** @throws EnrolException if the link is not good */
    public AccessStatus status(String token) {
        DomainWait wait = em.find(DomainWait.class, links.open(token, Purpose.STATUS).subject());
        Request request = requests.find(wait.requestId()).orElseThrow(() -> new EnrolException(ErrorCode.REQUEST_NOT_FOUND));
        Phase phase = phase(wait, request);
        boolean open = AccessByLink.isOpenFor(wait, request);
        List<Told> history = requests.told(request.id(), wait.askedAt()).stream().filter(told -> wait.concerns(told.at())).toList();
        return new AccessStatus(request.reference(), wait.email().domain(), phase, wait.askedAt(), open ? request.dueAt().orElse(null) : null,
                phase == Phase.RETURNED ? question(request) : "", phase == Phase.REJECTED || phase == Phase.WITHDRAWN ? last(history) : "",
                phase == Phase.REJECTED ? askAgain.after(request.changedAt()) : null, history, messages(wait, request),
                files.of(request.id(), wait.key()), open);
    }

    private static Phase phase(DomainWait wait, Request request) {
        if (wait.isWithdrawn()) {
            return Phase.GIVEN_UP;
        }
        if (request.isComplete()) {
            return Phase.COMPLETED;
        }
        if (request.status() == RequestStatus.CLOSED) {
            return Phase.valueOf(request.outcome().name());
        }
        return request.status() == RequestStatus.RETURNED ? Phase.RETURNED : Phase.DECIDING;
    }

    /** Asked of everybody who waits, also of who came later. */
    private String question(Request request) {
        return requests.told(request.id(), Instant.EPOCH).stream().filter(told -> told.action().equals(RequestAction.RETURN_TO_AUTHOR.name()))
                .reduce((earlier, later) -> later).map(Told::reason).orElse("");
    }

    private static String last(List<Told> history) {
        return history.isEmpty() ? "" : history.get(history.size() - 1).reason();
    }

    private List<MessageView> messages(DomainWait wait, Request request) {
        return conversation.with(request.id(), wait.key(), wait.askedAt()).stream().filter(message -> wait.concerns(message.at())).map(AccessView::view).toList();
    }

    private static MessageView view(RequestMessage message) {
        return new MessageView(message.at(), "", message.isByStaff(), false, "", message.text());
    }
}
