package org.enrol.buyer.faces;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.enrol.buyer.service.DomainRemovals;
import org.enrol.page.faces.KeysetModel;
import org.enrol.registration.service.EntryPeople.Number;
import org.enrol.registration.service.EntryPeople.Person;
import org.primefaces.model.LazyDataModel;

/** Who relies on an entry of the registry: the table of admin/domain/remove.xhtml, and the numbers. */
@Named
@ViewScoped
public class DomainPeople implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    DomainRemovals removals;
    private String domain;
    private transient Number number;
    private final KeysetModel<Person> rows = new Rows();

    @PostConstruct
    void read() {
        domain = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().getOrDefault("name", "");
    }

    public Number getNumber() {
        if (number == null) {
            number = removals.number(domain);
        }
        return number;
    }

    public LazyDataModel<Person> getRows() {
        return rows;
    }

    private final class Rows extends KeysetModel<Person> {

        private static final long serialVersionUID = 1L;

        @Override
        protected List<Person> rows(String after, int most) {
            return removals.people(domain, after.isEmpty() ? 0 : Long.parseLong(after), most);
        }

        @Override
        protected String key(Person person) {
            return Long.toString(person.registrationId());
        }
    }
}
