package org.enrol.page.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/** Reads and writes this site's cookies, all of them alike: whole site, not for scripts, not sent with foreign posts. */
@ApplicationScoped
public class SiteCookie {

    @Inject
    SiteAddress site;

    /** @param name without prefix */
    public Optional<String> read(HttpServletRequest request, String name) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        String full = site.cookieName(name);
        return Arrays.stream(request.getCookies()).filter(cookie -> cookie.getName().equals(full)).map(Cookie::getValue).findFirst();
    }

    /** @param seconds how long the browser keeps it; -1 until it is closed, 0 removes it */
    public void write(HttpServletResponse response, String name, String value, int seconds) {
        Cookie cookie = new Cookie(site.cookieName(name), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(site.isEncrypted());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        response.addCookie(cookie);
    }
}
