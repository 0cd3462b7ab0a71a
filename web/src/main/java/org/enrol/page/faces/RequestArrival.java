package org.enrol.page.faces;

import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.enrol.audit.service.Origin;
import org.jboss.logging.MDC;

/** Notes where a request comes from, before anything else happens to it: authentication runs earlier than any filter. */
@WebListener
public class RequestArrival implements ServletRequestListener {

    private static final String LOG_KEY = "request";

    @Inject
    Origin origin;
    @Inject
    ClientAddress clients;

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        HttpServletRequest request = (HttpServletRequest) event.getServletRequest();
        String id = RequestId.give(request);
        MDC.put(LOG_KEY, id);
        ClientAddress.Client client = clients.of(request);
        origin.set(client.address(), client.network(), id, Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        MDC.remove(LOG_KEY);
    }
}
