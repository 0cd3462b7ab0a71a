package org.enrol.request.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.enrol.page.faces.Texts;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.service.RequestView;

/** The history of a request in words: what happened, who did it, why. */
@Named
@RequestScoped
public class Timeline {

    /**
     * One thing that happened.
     *
     * @param number   from 1 on, within its request
     * @param why      empty if nobody said
     * @param handOver whether that is a note for staff, which no applicant reads
     */
    public record Entry(int number, Instant at, String what, String who, RequestStatus status, String why, boolean handOver) {
    }

    @Inject
    Texts text;

    public List<Entry> of(RequestView view) {
        return view.history().stream().map(this::entry).toList();
    }

    /** What happened since somebody saw so many events. */
    public List<Entry> since(RequestView view, int seen) {
        return of(view).stream().filter(entry -> entry.number() > seen).toList();
    }

    private Entry entry(RequestView.Line line) {
        boolean handOver = line.action().equals(RequestAction.ASSIGN.name());
        return new Entry(line.number(), line.at(), what(line), who(line), line.to(), line.comment(), handOver);
    }

    private String what(RequestView.Line line) {
        boolean givenBack = line.action().equals(RequestAction.ASSIGN.name()) && line.assignee().isEmpty();
        return givenBack ? text.get("event.givenBack") : text.with("event." + line.action(), "to", line.assignee());
    }

    private String who(RequestView.Line line) {
        return line.actor().isEmpty() ? text.get("actor." + line.kind()) : line.actor();
    }
}
