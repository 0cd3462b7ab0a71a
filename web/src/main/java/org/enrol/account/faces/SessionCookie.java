package org.enrol.account.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.enrol.page.faces.SiteCookie;

/** The cookie of somebody who is signed in; kept until the browser is closed. */
@ApplicationScoped
public class SessionCookie {

    private static final String NAME = "enrol-session";
    private static final int UNTIL_CLOSED = -1;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    SiteCookie cookies;

    public Optional<String> read(HttpServletRequest request) {
        return cookies.read(request, NAME).filter(value -> TOKEN.matcher(value).matches());
    }

    public void write(HttpServletResponse response, String token) {
        cookies.write(response, NAME, token, UNTIL_CLOSED);
    }

    public void clear(HttpServletResponse response) {
        cookies.write(response, NAME, "", 0);
    }
}
