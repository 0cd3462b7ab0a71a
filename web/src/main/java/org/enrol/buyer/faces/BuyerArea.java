package org.enrol.buyer.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.enrol.buyer.service.BuyerHome;

/** Backs buyer.xhtml, the area for buyers only. */
@Named
@RequestScoped
public class BuyerArea {

    @Inject
    BuyerHome home;
    private String organisation;

    @PostConstruct
    void load() {
        organisation = home.organisation();
    }

    public String getOrganisation() {
        return organisation;
    }
}
