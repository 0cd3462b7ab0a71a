package org.enrol.page.faces;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.primefaces.csp.CspState;

/**
 * Gives PrimeFaces the nonce of the response. PrimeFaces' own keeps it in the view map, which opens an HTTP session on every page and
 * fails where scripts are off. Registered before PrimeFaces in META-INF/faces-config.xml.
 */
public class NonceContextFactory extends FacesContextFactory {

    public NonceContextFactory(FacesContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        FacesContext faces = getWrapped().getFacesContext(context, request, response, lifecycle);
        faces.getAttributes().put(CspState.class.getName(), new RequestNonce(faces.getExternalContext(), faces));
        return faces;
    }

    /** An ajax answer is read by scripts of the page, so it carries the nonce of the page and not one of its own. */
    private static final class RequestNonce extends CspState {

        private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{24}");
        private final ExternalContext external;

        RequestNonce(ExternalContext external, FacesContext faces) {
            super(faces);
            this.external = external;
            // The header and the script that starts it are written by us.
            setInitialized(true);
        }

        @Override
        public String getNonce() {
            String pages = external.getRequestParameterMap().get("primefaces.nonce");
            boolean ajax = "partial/ajax".equals(external.getRequestHeaderMap().get("Faces-Request"));
            return ajax && pages != null && NONCE.matcher(pages).matches() ? pages
                    : SecurityHeaders.nonce((HttpServletRequest) external.getRequest());
        }
    }
}
