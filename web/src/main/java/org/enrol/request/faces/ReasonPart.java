package org.enrol.request.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.enrol.messaging.service.PreviewedMail;
import org.enrol.page.faces.Page;
import org.enrol.page.faces.Texts;
import org.enrol.request.model.RequestAction;
import org.enrol.request.service.ReasonView;
import org.enrol.request.service.Reasons;
import org.enrol.request.service.Rehearsal;

/** Backs the part of admin/request.xhtml that offers reasons and shows the mail before it is sent. */
@Named
@RequestScoped
public class ReasonPart {

    private static final int LONGEST_LABEL = 90;

    @Inject
    Reasons reasons;
    @Inject
    Rehearsal rehearsal;
    @Inject
    RequestPage request;
    @Inject
    Page page;
    @Inject
    Texts texts;
    private List<ReasonView> offered;
    private String language;
    private long reason;
    private RequestAction action;
    private List<PreviewedMail> mails;

    /** Decides nothing. */
    public void preview() {
        String words = reasons.words(request.getId(), action, reason, request.getComment());
        mails = rehearsal.mails(request.getId(), request.seenVersion(), action, words);
    }

    /** In the language of the reader, by what they are reasons for. */
    public List<SelectItemGroup> getGroups() {
        Map<RequestAction, List<SelectItem>> groups = (isShown() ? getOffered() : reasons.all()).stream().collect(Collectors.groupingBy(ReasonView::action,
                () -> new EnumMap<>(RequestAction.class), Collectors.mapping(this::item, Collectors.toList())));
        return groups.entrySet().stream()
                .map(group -> new SelectItemGroup(texts.get("action." + group.getKey()), "", false, group.getValue().toArray(SelectItem[]::new)))
                .toList();
    }

    /** What the mail can be previewed for. */
    public List<RequestAction> getPreviewable() {
        return isShown() ? request.getDecisions() : List.of(RequestAction.values());
    }

    /** While a form is read, whatever could have been on its page is accepted: that it is out of date, the service says. */
    private static boolean isShown() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
    }

    private SelectItem item(ReasonView offer) {
        String words = offer.in(page.getLang());
        return new SelectItem(offer.id(), words.length() > LONGEST_LABEL ? words.substring(0, LONGEST_LABEL) + "…" : words);
    }

    public List<ReasonView> getOffered() {
        if (offered == null) {
            offered = reasons.offered(request.getId());
        }
        return offered;
    }

    /** In which the applicant reads the reason. */
    public String getLanguage() {
        if (language == null) {
            language = reasons.language(request.getId());
        }
        return language;
    }

    /** Null before a preview; empty if nobody would be written to. */
    public List<PreviewedMail> getMails() {
        return mails;
    }

    public long getReason() {
        return reason;
    }

    public void setReason(long reason) {
        this.reason = reason;
    }

    public RequestAction getAction() {
        return action;
    }

    public void setAction(RequestAction action) {
        this.action = action;
    }
}
