package org.enrol.request.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enrol.account.service.Names;
import org.enrol.account.service.Names.Choice;
import org.enrol.page.faces.Texts;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.model.RequestType;
import org.enrol.request.service.WorkFilter;
import org.enrol.request.service.WorkFilter.Criterion;
import org.enrol.request.service.WorkList;

/** What the filter demands, as tags that can be taken off one by one, and what else it could demand. */
@Named
@RequestScoped
public class WorkTags {

    private static final List<Integer> DAYS = List.of(2, 5, 10, 30, 90);

    /** @param without the address that shows the same without it */
    public record Tag(Criterion criterion, String words, String without) {
    }

    @Inject
    WorkPage page;
    @Inject
    Names names;
    @Inject
    Texts texts;
    private List<Choice> administrators;

    public List<Tag> getAll() {
        WorkFilter filter = page.getFilter();
        return filter.criteria().stream()
                .map(criterion -> new Tag(criterion, words(criterion), WorkPlace.first(filter.without(criterion)).address())).toList();
    }

    private String words(Criterion criterion) {
        String value = criterion.value();
        return switch (criterion.name()) {
            case "type" -> texts.with("requests.tag.type", "what", texts.get("type." + value));
            case "status" -> texts.with("requests.tag.status", "what", texts.get("status." + value));
            case "assignee" -> texts.with("requests.tag.assignee", "what", names.of(Set.of(Long.parseLong(value))).values().stream().findFirst().orElse(value));
            case "days" -> texts.with("requests.tag.days", "days", Integer.parseInt(value));
            default -> texts.with("requests.tag.part", "what", value);
        };
    }

    /** Those of several that can be chosen besides: they are sent with the form again. */
    public List<Tag> getKept() {
        return getAll().stream().filter(tag -> Set.of("type", "status").contains(tag.criterion().name())).toList();
    }

    public List<RequestType> getTypes() {
        return Arrays.stream(RequestType.values()).filter(type -> !page.getFilter().types().contains(type)).toList();
    }

    /** Empty where the list is one status already. */
    public List<RequestStatus> getStatuses() {
        boolean one = Set.of(WorkList.UNASSIGNED, WorkList.WAITING).contains(page.getFilter().list());
        return one ? List.of() : Arrays.stream(RequestStatus.values()).filter(status -> !page.getFilter().statuses().contains(status)).toList();
    }

    public List<Choice> getAssignees() {
        if (administrators == null) {
            administrators = names.administrators();
        }
        return administrators;
    }

    /** Days, and how they are called. */
    public List<Map.Entry<Integer, String>> getAges() {
        return DAYS.stream().map(days -> Map.entry(days, texts.with("requests.tag.days", "days", days))).toList();
    }
}
