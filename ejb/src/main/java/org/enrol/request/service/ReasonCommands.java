package org.enrol.request.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enrol.account.service.PersonalAnswers;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditTrail;
import org.enrol.audit.service.CurrentActor;
import org.enrol.error.EnrolException;
import org.enrol.error.ErrorCode;
import org.enrol.error.Refusal;
import org.enrol.request.model.CannedReason;
import org.enrol.request.model.ReasonTexts;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestType;

/** What administrators do to the catalogue of reasons. */
@Stateless
@RolesAllowed("ADMINISTRATOR")
public class ReasonCommands {

    private static final int LONGEST = 2000;
    private static final String INSERT = """
            insert into canned_reason (type, action, english, welsh, french, arabic, form, version)
            values (:type, :action, :english, :welsh, :french, :arabic, :form, 0) on conflict on constraint canned_reason_once do nothing returning id""";

    @PersistenceContext(unitName = "enrol")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentActor actor;
    @Inject
    PersonalAnswers personal;

    /**
     * @param form it was written on: sent twice, it is one reason
     * @throws EnrolException REASON_TEXT_…, TEXT_CHARACTERS at "english", "welsh", "french", "arabic"; REASON_OTHER_ACTION at "action" if it takes none
     */
    public void add(RequestType type, RequestAction action, ReasonWords words, String form) {
        if (!action.takesReason()) {
            throw new EnrolException(Refusal.at("action", ErrorCode.REASON_OTHER_ACTION));
        }
        ReasonTexts texts = checked(words);
        Optional<Long> id = em.createNativeQuery(INSERT, Long.class)
                .setParameter("type", type.name()).setParameter("action", action.name())
                .setParameter("english", texts.in("en")).setParameter("welsh", texts.in("cy"))
                .setParameter("french", texts.in("fr")).setParameter("arabic", texts.in("ar"))
                .setParameter("form", form)
                .getResultStream().map(Long.class::cast).findFirst();
        id.ifPresent(added -> note(added, "added"));
    }

    /** @throws EnrolException as {@link #add}; REASON_NOT_FOUND, REASON_CHANGED_MEANWHILE */
    public void change(long id, long version, ReasonWords words) {
        ReasonTexts texts = checked(words);
        find(id, version).reword(texts);
        flush();
        note(id, "changed");
    }

    /** It is no longer offered. @throws EnrolException REASON_NOT_FOUND, REASON_CHANGED_MEANWHILE */
    public void retire(long id, long version) {
        find(id, version).retire(clock.instant());
        flush();
        note(id, "retired");
    }

    private CannedReason find(long id, long version) {
        CannedReason reason = em.find(CannedReason.class, id);
        if (reason == null || reason.isRetired()) {
            throw new EnrolException(ErrorCode.REASON_NOT_FOUND);
        }
        reason.expect(version);
        return reason;
    }

    private ReasonTexts checked(ReasonWords words) {
        List<Refusal> problems = new ArrayList<>();
        ReasonTexts texts = new ReasonTexts(text("english", words.english(), problems), text("welsh", words.welsh(), problems),
                text("french", words.french(), problems), text("arabic", words.arabic(), problems));
        EnrolException.unlessEmpty(problems);
        return texts;
    }

    private String text(String field, String typed, List<Refusal> problems) {
        return personal.text(field, typed, LONGEST, ErrorCode.REASON_TEXT_REQUIRED, ErrorCode.REASON_TEXT_LENGTH, problems);
    }

    private void note(long id, String deed) {
        audit.record(actor.get(), AuditAction.REASON_CHANGED, "reason:" + id, deed);
    }

    private void flush() {
        try {
            em.flush();
        } catch (OptimisticLockException e) {
            throw new EnrolException(ErrorCode.REASON_CHANGED_MEANWHILE);
        }
    }
}
