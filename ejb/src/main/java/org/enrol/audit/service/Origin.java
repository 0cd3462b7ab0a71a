package org.enrol.audit.service;

import jakarta.enterprise.context.RequestScoped;

/** Where a request comes from. The outermost filter of the pages fills it in; for the system's own work it stays as it is. */
@RequestScoped
public class Origin {

    private String address = "";
    private String network = "";
    private String request = "";
    private String browser = "";

    /**
     * @param address the client's address as the trusted proxies report it
     * @param network what counts as one place for throttles: an IPv4 /24, an IPv6 /56
     * @param request the id that ties logs, trail and outbox together
     * @param browser what the client calls itself
     */
    public void set(String address, String network, String request, String browser) {
        this.address = address;
        this.network = network;
        this.request = request;
        this.browser = browser;
    }

    public String address() {
        return address;
    }

    public String network() {
        return network;
    }

    public String request() {
        return request;
    }

    public String browser() {
        return browser;
    }
}
