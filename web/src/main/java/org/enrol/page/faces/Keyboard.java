package org.enrol.page.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The single-key shortcuts of the back office, which a person can switch off. Backs admin/keyboard.xhtml.
 *
 * <p>Source: WCAG 2.2, 2.1.4.
 */
@Named
@RequestScoped
public class Keyboard {

    /** Name of the cookie that remembers, in this browser, that they are off. */
    private static final String COOKIE = "keys";
    private static final String OFF = "off";
    private static final String OWN_PAGE = "/admin/keyboard";
    private static final int ONE_YEAR = 365 * 24 * 60 * 60;

    @Inject
    HttpServletRequest request;
    @Inject
    SiteCookie cookies;
    @Inject
    OwnPlace places;

    public boolean isOn() {
        return cookies.read(request, COOKIE).filter(OFF::equals).isEmpty();
    }

    /** The switch stands on every page and posts here without a view; the filter has checked its token. */
    public void arrive() {
        if (request.getMethod().equals("POST")) {
            boolean on = Boolean.parseBoolean(request.getParameter("on"));
            cookies.write(response(), COOKIE, OFF, on ? 0 : ONE_YEAR);
            String back = request.getParameter("back");
            places.go(OwnPlace.isOwn(back) ? back : OWN_PAGE);
        }
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
