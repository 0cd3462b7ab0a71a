package org.enrol.request.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.enrol.request.port.MalwareScanner;

/** The malware scanner that the operator has configured. */
@ApplicationScoped
class ScannerChoice {

    @Inject
    @ConfigProperty(name = "enrol.malware.scanner.adapter", defaultValue = "none")
    String adapter;
    @Inject
    @ConfigProperty(name = "enrol.malware.scanner.host", defaultValue = "127.0.0.1")
    String host;
    @Inject
    @ConfigProperty(name = "enrol.malware.scanner.port", defaultValue = "3310")
    int port;

    @Produces
    @ApplicationScoped
    MalwareScanner scanner() {
        return switch (adapter) {
            case "none" -> content -> MalwareScanner.Verdict.NOT_SCANNED;
            case "clamd" -> new ClamdScanner(host, port);
            default -> throw new IllegalStateException("ENROL_MALWARE_SCANNER_ADAPTER is none or clamd, not " + adapter);
        };
    }
}
