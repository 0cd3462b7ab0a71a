package org.enrol.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enrol.account.model.Role;
import org.enrol.audit.model.Actor;
import org.enrol.audit.model.AuditAction;
import org.enrol.bulk.model.BulkItem;
import org.enrol.bulk.model.BulkJob;
import org.enrol.bulk.service.BulkView;
import org.enrol.buyer.service.AccessStatus.Phase;
import org.enrol.calendar.model.Occasion;
import org.enrol.calendar.model.Region;
import org.enrol.error.ErrorCode;
import org.enrol.messaging.service.MailState;
import org.enrol.registry.model.DomainProposal;
import org.enrol.registry.service.DomainOrder;
import org.enrol.request.model.FileType;
import org.enrol.request.model.Outcome;
import org.enrol.request.model.RequestAction;
import org.enrol.request.model.RequestAttachment;
import org.enrol.request.model.RequestStatus;
import org.enrol.request.model.RequestType;
import org.enrol.request.model.SystemEvent;
import org.enrol.request.service.Urgency;
import org.enrol.request.service.WorkList;
import org.enrol.request.service.WorkSort;

/** Which texts the pages and their beans ask for: by name, or put together from parts that are listed here. */
final class TextUse {

    private static final String KEY = "[a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9-]+)+";
    private static final Pattern QUOTED = Pattern.compile("['\"](" + KEY + ")['\"]");
    private static final Pattern WORD = Pattern.compile("['\"]([A-Za-z0-9.-]+)['\"]");
    private static final Pattern PLAIN = Pattern.compile("\\btext\\['([^']*)']");
    private static final Pattern IN_PAGE = Pattern.compile("\\btext\\[([^\\]]*)\\]|\\btext\\.(?:with|format)\\(\\s*('[^']*')");
    private static final Pattern IN_BEAN = Pattern.compile("\\btexts?\\.(?:get|getString|with|format|has)\\(\\s*(\"" + KEY + "\")");
    private static final Pattern BUTTON = Pattern.compile("<e:button\\b[^>]*\\bkey=(\"[^\"#]*\")");
    private static final Pattern FIELD = Pattern.compile("<e:(?:field|password|area|check|file)\\b([^>]*)>");
    private static final Pattern ARTICLE = Pattern.compile("name=\"article\" value=\"([a-z]+)\"");
    private static final Pattern DOOR = Pattern.compile("(?m)^    ([A-Z_]+)\\(");

    private final Map<Path, String> pages = read("web/src/main/webapp", ".xhtml");
    private final Map<Path, String> beans = read("web/src/main/java", ".java");

    /** Key and where it is asked for, as {@code start.title (web/src/main/webapp/index.xhtml)}. */
    Map<String, String> asked() {
        Map<String, String> asked = new TreeMap<>();
        pages.forEach((file, text) -> {
            find(IN_PAGE, text).flatMap(match -> find(QUOTED, match.group())).forEach(key -> asked.put(key.group(1), Repository.name(file)));
            find(PLAIN, text).forEach(key -> asked.put(key.group(1), Repository.name(file)));
            find(BUTTON, text).flatMap(match -> find(QUOTED, match.group(1))).forEach(key -> asked.put(key.group(1), Repository.name(file)));
            fields(text).forEach(field -> asked.put("field." + field, Repository.name(file)));
            articles(text).forEach(article -> List.of(".title", ".lead", ".1.title").forEach(part -> asked.put(article + part, Repository.name(file))));
        });
        beans.forEach((file, text) -> find(IN_BEAN, text).flatMap(match -> find(QUOTED, match.group(1)))
                .forEach(key -> asked.put(key.group(1), Repository.name(file))));
        return asked;
    }

    /** Those that a page shows as they stand, where nobody could fill in a value. */
    Set<String> shownAsTheyStand() {
        return pages.values().stream().flatMap(text -> find(Pattern.compile("\\btext\\[([^\\]]*)\\]"), text))
                .flatMap(match -> find(QUOTED, match.group())).map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isUsed(String key) {
        return mentioned().contains(key) || composed().stream().anyMatch(pattern -> pattern.matcher(key).matches());
    }

    /** Whatever stands in quotes somewhere: enough not to call a text unused. */
    private Set<String> mentioned() {
        return Stream.concat(pages.values().stream(), beans.values().stream()).flatMap(text -> find(WORD, text)).map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    /** How pages and beans put keys together. */
    private List<Pattern> composed() {
        List<Pattern> composed = new ArrayList<>();
        Set<String> slugs = Stream.of(ErrorCode.values()).map(ErrorCode::slug).collect(Collectors.toSet());
        composed.add(anyOf("error\\.", slugs, ""));
        composed.add(anyOf("problem\\.", slugs, "\\.(title|what|answers|next)"));
        composed.add(Pattern.compile("problem\\.[45]\\d\\d\\.(title|what|answers|next)"));
        composed.add(anyOf("problem\\.", doors(), "\\.(title|what|answers|next)"));
        composed.add(anyOf("field\\.", pages.values().stream().flatMap(TextUse::fields).collect(Collectors.toSet()), "(\\.hint)?"));
        composed.add(anyOf("", pages.values().stream().flatMap(TextUse::articles).collect(Collectors.toSet()),
                "\\.(title|lead|\\d+\\.(title|(text|point)\\.\\d+))"));
        composed.add(Pattern.compile("(buyer|supplier|researcher|admin)\\.area"));
        composed.add(anyOf("audit\\.action\\.", Stream.of(AuditAction.values()).map(AuditAction::name).collect(Collectors.toSet()), ""));
        composed.add(anyOf("type\\.", names(RequestType.values()), ""));
        composed.add(anyOf("region\\.", names(Region.values()), ""));
        composed.add(anyOf("holiday\\.", names(Occasion.values()), ""));
        composed.add(anyOf("status\\.", names(RequestStatus.values()), ""));
        composed.add(anyOf("action\\.", names(RequestAction.values()), ""));
        composed.add(Pattern.compile("action\\.CREATE"));
        composed.add(anyOf("event\\.", names(RequestAction.values()), ""));
        composed.add(anyOf("event\\.", names(SystemEvent.values()), ""));
        composed.add(Pattern.compile("event\\.CREATE"));
        composed.add(anyOf("actor\\.", names(Actor.Kind.values()), ""));
        composed.add(anyOf("outcome\\.", names(Outcome.values()), ""));
        composed.add(anyOf("domains\\.order\\.", names(DomainOrder.values()), ""));
        composed.add(anyOf("domains\\.outcome\\.", names(DomainProposal.Outcome.values()), ""));
        composed.add(Pattern.compile("domains\\.done\\.(proposed|confirmed|declined|removed)"));
        composed.add(anyOf("requests\\.list\\.", names(WorkList.values()), ""));
        composed.add(anyOf("requests\\.sort\\.", names(WorkSort.values()), ""));
        composed.add(anyOf("requests\\.urgency\\.", names(Urgency.values()), ""));
        composed.add(anyOf("role\\.", Stream.of(Role.values()).filter(Role::isStaff).map(Enum::name).collect(Collectors.toSet()), ""));
        composed.add(anyOf("access\\.phase\\.", Stream.of(Phase.values()).map(Phase::key).collect(Collectors.toSet()), ""));
        composed.add(anyOf("access\\.next\\.", Stream.of(Phase.values()).map(Phase::key).collect(Collectors.toSet()), ""));
        composed.add(anyOf("attachment\\.scan\\.", names(RequestAttachment.Scan.values()), ""));
        composed.add(anyOf("attachment\\.type\\.", names(FileType.values()), ""));
        composed.add(anyOf("access\\.told\\.", names(RequestAction.values()), ""));
        composed.add(Pattern.compile("staff\\.done\\.(invited|asked|given|declined|taken|revoked|suspended|reactivated)"));
        composed.add(anyOf("bulk\\.status\\.", names(BulkJob.Status.values()), ""));
        composed.add(anyOf("bulk\\.item\\.", names(BulkItem.State.values()), ""));
        composed.add(anyOf("bulk\\.step\\.", names(BulkView.Step.values()), ""));
        composed.add(anyOf("messages\\.(state|meaning)\\.", names(MailState.values()), ""));
        composed.add(anyOf("messages\\.obstacle\\.", slugs, ""));
        return composed;
    }

    private static Set<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).collect(Collectors.toSet());
    }

    /** Why the security filter turns somebody away. */
    private static Set<String> doors() {
        return find(DOOR, Repository.text(Repository.file("web/src/main/java/org/enrol/page/faces/RequestRefusal.java")))
                .map(match -> match.group(1).toLowerCase(Locale.ROOT).replace('_', '-')).collect(Collectors.toSet());
    }

    private static Stream<String> fields(String page) {
        return find(FIELD, page).map(match -> attribute("key", match.group(1)).or(() -> attribute("id", match.group(1))).orElseThrow());
    }

    private static Stream<String> articles(String page) {
        return find(ARTICLE, page).map(match -> match.group(1));
    }

    private static Optional<String> attribute(String name, String tag) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? Optional.of(value.group(1)) : Optional.empty();
    }

    private static Pattern anyOf(String before, Set<String> names, String after) {
        return Pattern.compile(before + "(" + String.join("|", names) + ")" + after);
    }

    private static Stream<MatchResult> find(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static Map<Path, String> read(String folder, String ending) {
        return Repository.files(folder, ending).stream().collect(Collectors.toMap(file -> file, Repository::text));
    }
}
