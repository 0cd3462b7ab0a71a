package org.enrol.request.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.enrol.messaging.service.MailQueries;
import org.enrol.messaging.service.MailRow;
import org.enrol.messaging.service.MailSubjects;
import org.enrol.page.faces.LanguageChoice;
import org.enrol.page.faces.Texts;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.service.RequestView;

/** The history of a request in words: what happened, who did it, why, which mails went out because of it, and what became of them. */
@Named
@RequestScoped
public class Timeline {

    /** The mails of an event are ordered in its transaction, a moment after it. */
    private static final Duration ONE_TRANSACTION = Duration.ofSeconds(5);

    /**
     * One thing that happened.
     *
     * @param number   from 1 on, within its request; 0 for mails that no event has caused
     * @param status   where the request stood then; null for mails
     * @param why      empty if nobody said
     * @param handOver whether that is a note for staff, which no applicant reads
     */
    public record Entry(int number, Instant at, String what, String who, RequestStatus status, String why, boolean handOver,
                        List<MailRow> mails) {
    }

    @Inject
    Texts text;
    @Inject
    LanguageChoice language;
    @Inject
    MailQueries mails;
    @Inject
    MailSubjects subjects;
    private RequestView told;
    private List<Entry> entries;

    /** From the first to the last. */
    public List<Entry> of(RequestView view) {
        if (view != told) {
            entries = entries(view, mails.about(view.id()));
            told = view;
        }
        return entries;
    }

    /** What happened since somebody saw so many events. */
    public List<Entry> since(RequestView view, int seen) {
        return of(view).stream().filter(entry -> entry.number() > seen).toList();
    }

    /** What a mail is called, in the language of the page. */
    public String subject(MailRow mail) {
        return subjects.of(mail.template(), language.language().code());
    }

    private List<Entry> entries(RequestView view, List<MailRow> all) {
        List<MailRow> loose = new ArrayList<>(all);
        List<Entry> events = new ArrayList<>();
        // From the last on, so that a mail belongs to the newest event before it.
        for (int i = view.history().size() - 1; i >= 0; i--) {
            RequestView.Line line = view.history().get(i);
            List<MailRow> caused = loose.stream().filter(mail -> isCausedBy(line, mail)).toList();
            loose.removeAll(caused);
            events.add(entry(line, caused));
        }
        return Stream.concat(events.stream(), loose.stream().map(this::entry))
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::number)).toList();
    }

    private static boolean isCausedBy(RequestView.Line line, MailRow mail) {
        return !mail.orderedAt().isBefore(line.at()) && mail.orderedAt().isBefore(line.at().plus(ONE_TRANSACTION));
    }

    private Entry entry(RequestView.Line line, List<MailRow> caused) {
        boolean handOver = line.action().equals(RequestAction.ASSIGN.name());
        return new Entry(line.number(), line.at(), what(line), who(line), line.to(), line.comment(), handOver, caused);
    }

    private Entry entry(MailRow mail) {
        return new Entry(0, mail.orderedAt(), text.get("event.mail"), text.get("actor.SYSTEM"), null, "", false, List.of(mail));
    }

    private String what(RequestView.Line line) {
        boolean givenBack = line.action().equals(RequestAction.ASSIGN.name()) && line.assignee().isEmpty();
        return givenBack ? text.get("event.givenBack") : text.with("event." + line.action(), "to", line.assignee());
    }

    private String who(RequestView.Line line) {
        return line.actor().isEmpty() ? text.get("actor." + line.kind()) : line.actor();
    }
}
