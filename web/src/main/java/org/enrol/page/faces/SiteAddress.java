package org.enrol.page.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one public address of this installation, from ENROL_PUBLIC_URL. Links, cookies and host checks use it and never the request's. */
@ApplicationScoped
public class SiteAddress {

    private URI url;

    protected SiteAddress() {
    }

    @Inject
    public SiteAddress(@ConfigProperty(name = "enrol.public.url") URI url) {
        this.url = url;
    }

    /** Whether the public address is https, so that cookies can be held to it. */
    public boolean isEncrypted() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** Scheme, host and port as a browser writes them into the header Origin. */
    public String origin() {
        return url.getScheme().toLowerCase(Locale.ROOT) + "://" + authority();
    }

    /** Host and port as a browser writes them into the header Host: no port where it is the scheme's own. */
    public String authority() {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        int ownPort = isEncrypted() ? 443 : 80;
        return url.getPort() < 0 || url.getPort() == ownPort ? host : host + ":" + url.getPort();
    }

    /** Whether a Host header names this site. */
    public boolean isNamedBy(String host) {
        if (host == null) {
            return false;
        }
        String ownPort = isEncrypted() ? ":443" : ":80";
        String given = host.toLowerCase(Locale.ROOT);
        return given.equals(authority()) || given.equals(authority() + ownPort);
    }

    /** A cookie's name: with the prefix that makes browsers refuse it over http and from sub-domains, where the site is https. */
    public String cookieName(String name) {
        return isEncrypted() ? "__Host-" + name : name;
    }
}
