package org.enrol.page.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewMetadata;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The same page in the other languages: its address with what it was asked for (its view parameters), also after a post. */
@Named
@RequestScoped
public class LanguageSwitch {

    /** A language and the address that changes to it. */
    public record Choice(Language language, String address, boolean current) {
    }

    @Inject
    HttpServletRequest request;
    @Inject
    LanguageChoice choice;

    public List<Choice> getChoices() {
        return Arrays.stream(Language.values()).map(language -> new Choice(language, address(language), language == choice.language()))
                .toList();
    }

    private String address(Language language) {
        Stream<String> kept = parameters().filter(name -> request.getParameter(name) != null)
                .flatMap(name -> Arrays.stream(request.getParameterValues(name)).map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&"));
        return path() + "?" + String.join("", kept.toList()) + LanguageChoice.NAME + "=" + language.code();
    }

    private String path() {
        return (String) Stream.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI).map(request::getAttribute)
                .filter(Objects::nonNull).findFirst().orElse(request.getRequestURI());
    }

    private static Stream<String> parameters() {
        UIViewRoot view = FacesContext.getCurrentInstance().getViewRoot();
        return ViewMetadata.getViewParameters(view).stream().map(UIViewParameter::getName);
    }
}
