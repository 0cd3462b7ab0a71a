package org.enrol.page.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.enrol.error.ErrorCode;

/** Explains one error code to somebody who followed its address. */
@Named
@RequestScoped
public class ProblemPage {

    private static final String CODE = ProblemPage.class.getName();

    @Inject
    HttpServletRequest request;
    @Inject
    Texts texts;

    /** @return whether there is such a code */
    static boolean accept(HttpServletRequest request, String slug) {
        Optional<ErrorCode> code = Arrays.stream(ErrorCode.values()).filter(known -> known.slug().equals(slug)).findFirst();
        code.ifPresent(known -> request.setAttribute(CODE, known));
        return code.isPresent();
    }

    public String getCode() {
        return code().code();
    }

    public int getStatus() {
        return RefusalStatus.of(code().kind());
    }

    public String getTitle() {
        return said("title", "problem.any.title");
    }

    /** Without what one refusal mentions: the page is about all of them. */
    public String getWhat() {
        return said("what", "error." + code().slug());
    }

    public String getNext() {
        return said("next", "problem.any.next");
    }

    private String said(String part, String otherwise) {
        String own = "problem." + code().slug() + "." + part;
        return texts.get(texts.has(own) ? own : otherwise);
    }

    private ErrorCode code() {
        return (ErrorCode) request.getAttribute(CODE);
    }
}
