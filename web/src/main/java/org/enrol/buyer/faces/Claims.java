package org.enrol.buyer.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.enrol.buyer.service.DomainWaits;
import org.enrol.buyer.service.DomainWaits.Claim;

/** What people claim who wait for a domain, for the request's page in the back office. */
@Named
@RequestScoped
public class Claims {

    @Inject
    DomainWaits waits;

    public List<Claim> of(long requestId) {
        return waits.of(requestId);
    }
}
