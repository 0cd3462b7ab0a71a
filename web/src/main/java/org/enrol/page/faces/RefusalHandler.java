package org.enrol.page.faces;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;

/**
 * The one place where refusals of services become answers, so that no page has a try. What the person can mend comes back on the page
 * with a message; everything else becomes the page of its status. Bugs go on to the container.
 */
public class RefusalHandler extends ExceptionHandlerWrapper {

    /** Registered in faces-config.xml. */
    public static class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new RefusalHandler(getWrapped().getExceptionHandler());
        }
    }

    RefusalHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        for (Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext();) {
            ExceptionQueuedEventContext queued = events.next().getContext();
            Optional<EnrolException> refused = refusalIn(queued.getException());
            if (refused.isPresent()) {
                events.remove();
                answer(refused.get(), queued);
            }
        }
        getWrapped().handle();
    }

    private static Optional<EnrolException> refusalIn(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).flatMap(RefusalHandler::asRefusal).findFirst();
    }

    private static Stream<EnrolException> asRefusal(Throwable cause) {
        if (cause instanceof EJBAccessException) {
            return Stream.of(new EnrolException(ErrorCode.ROLE_REQUIRED));
        }
        return cause instanceof EnrolException refused ? Stream.of(refused) : Stream.empty();
    }

    private static void answer(EnrolException refused, ExceptionQueuedEventContext queued) {
        FacesContext faces = queued.getContext();
        int seconds = RefusalStatus.retryAfter(refused.code().kind());
        if (seconds > 0) {
            faces.getExternalContext().setResponseHeader("Retry-After", Integer.toString(seconds));
        }
        boolean pageCanComeAgain = faces.isPostback() && queued.getPhaseId() != PhaseId.RENDER_RESPONSE;
        if (pageCanComeAgain && !RefusalStatus.leavesThePage(refused.code().kind())) {
            CDI.current().select(RefusalMessages.class).get().show(refused, faces);
            RefusedPostback.answerWith(faces, RefusalStatus.of(refused.code().kind()));
            return;
        }
        ErrorPage.show(refused, faces);
    }
}
