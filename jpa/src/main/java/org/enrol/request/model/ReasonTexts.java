package org.enrol.request.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The words of a reason in every language that applicants may have. */
@Embeddable
public class ReasonTexts {

    @Column(nullable = false)
    private String english;
    @Column(nullable = false)
    private String welsh;
    @Column(nullable = false)
    private String french;
    @Column(nullable = false)
    private String arabic;

    protected ReasonTexts() {
    }

    public ReasonTexts(String english, String welsh, String french, String arabic) {
        this.english = english;
        this.welsh = welsh;
        this.french = french;
        this.arabic = arabic;
    }

    /** @param language as a BCP 47 tag; English for one that Enrol does not speak */
    public String in(String language) {
        return switch (language.split("-", 2)[0]) {
            case "cy" -> welsh;
            case "fr" -> french;
            case "ar" -> arabic;
            default -> english;
        };
    }
}
