package org.enrol.messaging.faces;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.enrol.messaging.service.MailFilter;
import org.enrol.messaging.service.MailQueries;
import org.enrol.messaging.service.MailRow;
import org.enrol.messaging.service.MailState;
import org.enrol.messaging.service.MailSubjects;
import org.enrol.page.faces.KeysetModel;
import org.enrol.page.faces.LanguageChoice;
import org.primefaces.model.LazyDataModel;

/** Backs admin/messages.xhtml: the filter stands in the address, the mails come newest first in keyset pages. */
@Named
@ViewScoped
public class MailTable implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 320;

    @Inject
    MailQueries mails;
    @Inject
    MailSubjects subjects;
    @Inject
    LanguageChoice language;
    private String address = "";
    private String reference = "";
    private MailState state;
    private final KeysetModel<MailRow> rows = new Rows();

    public LazyDataModel<MailRow> getRows() {
        return rows;
    }

    public MailState[] getStates() {
        return MailState.values();
    }

    /** What the mail is called, in the language of the page. */
    public String subject(MailRow row) {
        return subjects.of(row.template(), language.language().code());
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = clean(address);
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = clean(reference);
    }

    /** Name of the state in the address; empty for all. */
    public String getChosen() {
        return state == null ? "" : state.name();
    }

    public void setChosen(String name) {
        state = Arrays.stream(MailState.values()).filter(known -> known.name().equals(name)).findFirst().orElse(null);
    }

    private static String clean(String typed) {
        String text = typed == null ? "" : typed.strip().replace("\0", "");
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private final class Rows extends KeysetModel<MailRow> {

        private static final long serialVersionUID = 1L;

        @Override
        protected List<MailRow> rows(String after, int most) {
            return mails.page(new MailFilter(address, reference, state), after.isEmpty() ? 0 : Long.parseLong(after), most);
        }

        @Override
        protected String key(MailRow row) {
            return Long.toString(row.id());
        }
    }
}
