package org.enrol.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ArchUnit cannot say by itself. */
final class Conditions {

    private static final String FLAT = "flat";
    private static final Set<String> FLAT_PACKAGES = Set.of("error", "clock", "schema", "secret");
    private static final Set<String> JOURNEYS = Set.of("buyer", "supplier", "researcher");
    private static final Pattern LAYERED = Pattern.compile("org\\.enrol\\.([a-z]+)\\.([a-z]+)");
    /** What each layer may use beside itself. */
    private static final Map<String, Set<String>> REACH = Map.of(
            "faces", Set.of("faces", "service", "port", "model", FLAT),
            "rest", Set.of("rest", "service", "port", "model", FLAT),
            "adapter", Set.of("adapter", "port", "model", FLAT),
            "service", Set.of("service", "port", "model", FLAT),
            "port", Set.of("port", "model", FLAT),
            "model", Set.of("model", FLAT),
            FLAT, Set.of(FLAT));
    private static final Map<String, Set<String>> MODULES = Map.of(
            "jpa", Set.of("model", FLAT),
            "ejb", Set.of("service", "port", "adapter", FLAT),
            "web", Set.of("faces", "rest"));

    private Conditions() {
    }

    static ArchCondition<JavaClass> reachOnlyDownwards() {
        return condition("reach only downwards", (type, events) -> type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isOurs(dependency.getTargetClass()))
                .filter(dependency -> !mayReach(dependency))
                .forEach(dependency -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription()))));
    }

    /** Also refuses a package that is no layer, so that a misspelt one is not outside every rule. */
    static ArchCondition<JavaClass> holdOnlyLayersOfTheirModule() {
        return condition("hold only layers of their module", (type, events) -> {
            String module = module(type);
            if (!MODULES.getOrDefault(module, Set.of()).contains(layer(type))) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " stands in " + module + ", which holds " + MODULES.get(module)));
            }
        });
    }

    static ArchCondition<JavaClass> knowAnotherJourney() {
        return condition("know another journey", (type, events) -> type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isOurs(dependency.getTargetClass()))
                .filter(dependency -> JOURNEYS.contains(component(dependency.getTargetClass())))
                .filter(dependency -> !component(dependency.getTargetClass()).equals(component(type)))
                .forEach(dependency -> events.add(SimpleConditionEvent.satisfied(type, dependency.getDescription()))));
    }

    /** Reading a clock that was handed in is fine, and so is measuring how long something takes. */
    static ArchCondition<JavaClass> readTheClock() {
        return access("read the clock", Conditions::readsTheClock);
    }

    /** System properties too: the server's operator sets environment variables, and the table of the README lists them. */
    static ArchCondition<JavaClass> readTheEnvironment() {
        return access("read the environment", target -> target.getOwner().isEquivalentTo(System.class)
                && Set.of("getenv", "getProperty", "getProperties").contains(target.getName()));
    }

    private static boolean readsTheClock(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        boolean clockGiven = target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        boolean now = owner.getPackageName().startsWith("java.time") && target.getName().equals("now") && !clockGiven;
        boolean clock = owner.isEquivalentTo(Clock.class) && !clockGiven
                && (target.getName().startsWith("system") || target.getName().startsWith("tick"));
        boolean millis = owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis");
        boolean date = owner.isEquivalentTo(Date.class) && target.getName().equals("<init>")
                && target.getRawParameterTypes().isEmpty();
        boolean calendar = owner.isAssignableTo(Calendar.class) && target.getName().equals("getInstance");
        return now || clock || millis || date || calendar;
    }

    private static ArchCondition<JavaClass> access(String description, Predicate<CodeUnitAccessTarget> forbidden) {
        return condition(description, (type, events) -> type.getCodeUnitAccessesFromSelf().stream()
                .filter(access -> forbidden.test(access.getTarget()))
                .map(JavaAccess::getDescription)
                .forEach(access -> events.add(SimpleConditionEvent.satisfied(type, access))));
    }

    private static ArchCondition<JavaClass> condition(String description, BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
            }
        };
    }

    private static boolean mayReach(Dependency dependency) {
        String from = layer(dependency.getOriginClass());
        JavaClass target = dependency.getTargetClass();
        boolean onlyErrors = from.equals("model") && layer(target).equals(FLAT);
        return onlyErrors ? component(target).equals("error") : REACH.getOrDefault(from, Set.of()).contains(layer(target));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("org.enrol.");
    }

    private static String component(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }

    /** The API's own parts stand in {@code org.enrol.rest}, a layer without a component. */
    private static String layer(JavaClass type) {
        String name = type.getPackageName();
        Matcher layered = LAYERED.matcher(name);
        if (layered.matches()) {
            return layered.group(2);
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        return FLAT_PACKAGES.contains(last) ? FLAT : last;
    }

    private static String module(JavaClass type) {
        String uri = type.getSource().orElseThrow().getUri().toString();
        return MODULES.keySet().stream().filter(module -> uri.contains("/" + module + "/target/")).findFirst().orElse("no module");
    }
}
