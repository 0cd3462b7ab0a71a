package org.enrol.page.faces;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletResponse;

/** A refused answer is no success: the page comes again with status 422, or the refusal's own. Ajax must stay 200 to be read at all. */
public class RefusedPostback implements PhaseListener {

    private static final long serialVersionUID = 1L;
    private static final String STATUS = RefusedPostback.class.getName();

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (faces.isPostback() && faces.isValidationFailed() && !faces.getPartialViewContext().isAjaxRequest()) {
            ExternalContext external = faces.getExternalContext();
            int status = (int) external.getRequestMap().getOrDefault(STATUS, RefusalStatus.UNPROCESSABLE);
            external.setResponseStatus(status);
            RetryAfter.write((HttpServletResponse) external.getResponse(), status);
        }
    }

    /** The status of the page that is about to come again. */
    static void answerWith(FacesContext faces, int status) {
        faces.getExternalContext().getRequestMap().put(STATUS, status);
    }
}
