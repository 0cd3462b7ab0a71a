package org.enrol.page.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Sends the browser to another page of this site, and never anywhere else. */
@RequestScoped
public class OwnPlace {

    /** A path of this site: neither {@code //host} nor {@code /\host}, which browsers take for another one. */
    private static final Pattern OWN = Pattern.compile("/([A-Za-z0-9._~-][A-Za-z0-9/._~?&=%:+-]*)?");

    /** @param address may come from the request */
    public static boolean isOwn(String address) {
        return address != null && OWN.matcher(address).matches();
    }

    /** Whether a page was asked for as if it were a folder, as in {@code /buyer/}; the container would list the folder or forbid it. */
    static boolean isFolder(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getMethod().equals("GET") && path.length() > 1 && path.endsWith("/") && isOwn(withoutSlash(request));
    }

    static String withoutSlash(HttpServletRequest request) {
        return request.getRequestURI().replaceFirst("/+$", "");
    }

    /** Redirects, so that reloading the next page repeats nothing. */
    public void go(String address) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        try {
            external.redirect(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FacesContext.getCurrentInstance().responseComplete();
    }
}
