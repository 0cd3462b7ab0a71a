package org.enrol.page.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.enrol.secret.SecretKeys;

/** The browser we are talking to, known by a random cookie and by nothing else. Unfinished answers are found again by it. */
@RequestScoped
public class Visitor {

    static final String COOKIE = "enrol";
    private static final int BYTES = 24;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");

    @Inject
    SiteCookie cookies;
    private String token;
    private boolean returning;

    /** Reads the cookie; a browser without one, or with one that cannot be ours, gets a new one. */
    void meet(HttpServletRequest request, HttpServletResponse response) {
        String known = cookies.read(request, COOKIE).filter(value -> TOKEN.matcher(value).matches()).orElse(null);
        returning = known != null;
        token = returning ? known : SecretKeys.random(BYTES);
        if (!returning) {
            cookies.write(response, COOKIE, token, -1);
        }
    }

    /** Whether the browser brought the cookie with it. */
    boolean isReturning() {
        return returning;
    }

    /** @return 24 random bytes in base64url */
    public String token() {
        return token;
    }
}
