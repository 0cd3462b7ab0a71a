package org.enrol.page.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.enrol.secret.SecretKeys;

/** Tells a form that is sent twice from two forms: a hidden field that stays the same until the page is opened anew. */
@Named
@RequestScoped
public class FormNumber {

    private static final String FIELD = "form-number";
    private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_-]{24}");
    private static final int BYTES = 18;

    @Inject
    HttpServletRequest request;
    private String number;

    @PostConstruct
    void read() {
        String sent = request.getParameter(FIELD);
        number = sent != null && OURS.matcher(sent).matches() ? sent : SecretKeys.random(BYTES);
    }

    public String get() {
        return number;
    }
}
