package org.enrol.account.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.enrol.account.model.Role;
import org.enrol.account.service.Person;
import org.enrol.account.service.Sessions;
import org.enrol.page.faces.SecurityHeaders;
import org.enrol.page.faces.SiteAddress;
import org.enrol.page.faces.SiteArea;

/**
 * Tells the container who is calling: reads the session's row at every page, so that what is ended or changed holds at once on every node.
 * The container then guards pages and services by role. The caller's name is the account's id.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {

    /** What scripts send with a question that nobody asked: enrol.js. */
    private static final String AUTOMATIC = "Enrol-Automatic";

    @Inject
    Sessions sessions;
    @Inject
    SessionCookie cookie;
    @Inject
    SecurityHeaders headers;
    @Inject
    SiteAddress site;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (SiteArea.of(request) == SiteArea.FILE) {
            return context.doNothing();
        }
        Optional<String> token = cookie.read(request);
        Optional<Person> person = token.flatMap(value -> sessions.find(value, request.getHeader(AUTOMATIC) == null));
        if (person.isPresent()) {
            SignedIn.remember(request, person.get(), token.get());
            return context.notifyContainerAboutLogin(new CallerPrincipal(Long.toString(person.get().accountId())), groups(person.get()));
        }
        token.ifPresent(over -> cookie.clear(response));
        return context.isProtected() ? ask(request, response, token.isPresent(), context) : context.doNothing();
    }

    private static Set<String> groups(Person person) {
        Set<String> groups = new HashSet<>(Set.of(Role.ACCOUNT));
        person.roles().forEach(role -> groups.add(role.name()));
        return groups;
    }

    /**
     * A redirect would lose what was posted without a word, so a post gets the page that says what became of it. No filter sees what is
     * answered here: the headers are written, and the host is ours and not the request's.
     */
    private AuthenticationStatus ask(HttpServletRequest request, HttpServletResponse response, boolean ended, HttpMessageContext context) {
        headers.write(request, response);
        return request.getMethod().equals("POST") ? context.responseUnauthorized() : context.redirect(site.origin() + signIn(request, ended));
    }

    /** Comes back to where the person wanted to go, if that can be asked for again. */
    private static String signIn(HttpServletRequest request, boolean ended) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "/sign-in?next=" + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8) + (ended ? "&ended=true" : "");
    }
}
