package org.enrol.registry.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.registry.service.DomainDossier;
import org.enrol.registry.service.DomainDossier.Entry;
import org.enrol.registry.service.TypedDomains;

/** Backs admin/domain.xhtml and admin/domain/remove.xhtml: one entry. */
@Named
@RequestScoped
public class DomainPage {

    @Inject
    DomainDossier dossier;
    @Inject
    TypedDomains typed;
    private String name = "";
    private Optional<Entry> entry;

    /** @throws EnrolException DOMAIN_NOT_FOUND becomes the page for that */
    public void arrive() {
        if (!isThere()) {
            throw new EnrolException(ErrorCode.DOMAIN_NOT_FOUND);
        }
    }

    /** False where somebody else was quicker to remove it. */
    public boolean isThere() {
        if (entry == null) {
            entry = dossier.entry(name);
        }
        return entry.isPresent();
    }

    public Entry getEntry() {
        return isThere() ? entry.get() : null;
    }

    public String getReadable() {
        return typed.readable(name);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }
}
