package org.enrol.page.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What the template of the back office asks: where one can go, and where one is. */
@Named
@RequestScoped
public class Office {

    /** One line of the navigation. */
    public record Line(OfficePlace place, boolean current) {
    }

    @Inject
    HttpServletRequest request;
    @Inject
    Clock clock;

    /** The places that are open to this person. */
    public List<Line> getLines() {
        OfficePlace here = OfficePlace.of(path()).orElse(null);
        return Arrays.stream(OfficePlace.values()).filter(place -> place.isOpenTo(request))
                .map(place -> new Line(place, place == here)).toList();
    }

    /** @param place as {@code REQUESTS} */
    public boolean opens(String place) {
        return OfficePlace.valueOf(place).isOpenTo(request);
    }

    /** For what is printed. */
    public Instant getNow() {
        return clock.instant();
    }

    private static String path() {
        return FacesContext.getCurrentInstance().getViewRoot().getViewId().replace(".xhtml", "");
    }
}
