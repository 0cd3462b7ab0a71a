package org.enrol.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.inject.Named;
import jakarta.servlet.annotation.WebServlet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enrol.account.model.Role;

/** Who may do what, as the code says: role × page × operation, and role × service × operation. */
final class PermissionMatrix {

    private static final String ANYBODY = "anybody";
    private static final List<String> ROLES = Arrays.stream(Role.values()).map(Enum::name).toList();

    private final JavaClasses classes;
    private final SiteConstraints constraints;
    private final List<String> lines = new ArrayList<>();

    PermissionMatrix(JavaClasses classes) {
        this.classes = classes;
        this.constraints = new SiteConstraints(Repository.file("web/src/main/webapp/WEB-INF/web.xml"));
    }

    String text() {
        lines.clear();
        lines.add("# Who may do what\n");
        lines.add("Made from the code by `PermissionsTest`, which fails when a page, an operation or a role is new or another: read the difference,"
                + " and if it is meant, copy `src-it/target/permissions.md` here. `RoleMatrixIT`, `PageActionsIT` and `ServiceRolesIT` try every line as every role."
                + " *Anybody* is whoever is not signed in.\n");
        lines.add("## Pages and what is done on them\n");
        header("page and operation");
        SitePages.addresses().forEach(this::page);
        servlets().forEach(address -> row(address, constraints.rolesOf(address)));
        lines.add("\n## Services that ask for a role\n");
        header("service and operation");
        services().forEach(service -> operations(service).filter(method -> rolesOf(method) != null)
                .forEach(method -> row(service.getSimpleName() + "." + signature(method), rolesOf(method))));
        lines.add("\n## Services open to every caller\n");
        lines.add("No page reaches them past its own rules; what they do depends on a link, a cookie or a password that they check themselves.\n");
        services().forEach(service -> {
            String open = operations(service).filter(method -> rolesOf(method) == null).map(PermissionMatrix::signature).distinct().collect(Collectors.joining(", "));
            if (!open.isEmpty()) {
                lines.add("- " + service.getSimpleName() + ": " + open);
            }
        });
        return String.join("\n", lines) + "\n";
    }

    private void header(String first) {
        lines.add("| " + first + " | " + ANYBODY + " | " + String.join(" | ", ROLES) + " |");
        lines.add("|---|" + ":-:|".repeat(ROLES.size() + 1));
    }

    private void page(String address) {
        Set<String> roles = constraints.rolesOf(address);
        row(address, roles);
        SitePages.deeds(address).forEach(deed -> row(address + " " + deed, both(roles, deedRoles(deed))));
    }

    /** @param roles null for everybody */
    private void row(String name, Set<String> roles) {
        lines.add("| " + name + " | " + (roles == null ? "x" : "") + " | "
                + ROLES.stream().map(role -> roles == null || roles.contains(role) || roles.contains(Role.ACCOUNT) ? "x" : "").collect(Collectors.joining(" | ")) + " |");
    }

    /** What the bean's method demands: the roles that all services it calls have in common. */
    private Set<String> deedRoles(SitePages.Deed deed) {
        JavaClass bean = classes.stream().filter(type -> type.isAnnotatedWith(Named.class) && nameOf(type).equals(deed.bean())).findFirst()
                .orElseThrow(() -> new AssertionError("no bean for " + deed));
        Set<String> roles = null;
        List<JavaMethod> methods = bean.getAllMethods().stream().filter(method -> method.getName().equals(deed.method())).toList();
        for (JavaMethod method : methods) {
            roles = both(roles, rolesOfCalls(method, new HashSet<>()));
        }
        if (methods.isEmpty()) {
            throw new AssertionError("no method for " + deed);
        }
        return roles;
    }

    private Set<String> rolesOfCalls(JavaMethod method, Set<JavaMethod> seen) {
        Set<String> roles = null;
        if (seen.add(method)) {
            for (JavaMethodCall call : method.getMethodCallsFromSelf()) {
                JavaMethod target = call.getTarget().resolveMember().orElse(null);
                if (target != null && isService(target.getOwner())) {
                    roles = both(roles, rolesOf(target));
                } else if (target != null && target.getOwner().equals(method.getOwner())) {
                    roles = both(roles, rolesOfCalls(target, seen));
                }
            }
        }
        return roles;
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (one.contains(Role.ACCOUNT) || other.contains(Role.ACCOUNT)) {
            return one.contains(Role.ACCOUNT) ? other : one;
        }
        Set<String> both = new LinkedHashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static String nameOf(JavaClass bean) {
        String given = bean.getAnnotationOfType(Named.class).value();
        String simple = bean.getSimpleName();
        return given.isEmpty() ? simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1) : given;
    }

    private Stream<String> servlets() {
        return classes.stream().filter(type -> type.isAnnotatedWith(WebServlet.class)).map(type -> type.getAnnotationOfType(WebServlet.class))
                .flatMap(servlet -> Stream.concat(Stream.of(servlet.value()), Stream.of(servlet.urlPatterns()))).sorted();
    }

    private Stream<JavaClass> services() {
        return classes.stream().filter(PermissionMatrix::isService).sorted(Comparator.comparing(JavaClass::getSimpleName));
    }

    static boolean isService(JavaClass type) {
        return type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class) || type.isAnnotatedWith(Stateful.class);
    }

    static Stream<JavaMethod> operations(JavaClass service) {
        return service.getAllMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC) && !method.getModifiers().contains(JavaModifier.STATIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC) && !method.getOwner().isEquivalentTo(Object.class))
                .sorted(Comparator.comparing(PermissionMatrix::signature));
    }

    /** Null for everybody. What stands at the method holds, else what stands at the class. */
    static Set<String> rolesOf(JavaMethod method) {
        if (method.isAnnotatedWith(PermitAll.class)) {
            return null;
        }
        RolesAllowed roles = method.isAnnotatedWith(RolesAllowed.class) ? method.getAnnotationOfType(RolesAllowed.class)
                : method.getOwner().tryGetAnnotationOfType(RolesAllowed.class).orElse(null);
        return roles == null ? null : Set.of(roles.value());
    }

    static String signature(JavaMethod method) {
        return method.getName() + "(" + method.getRawParameterTypes().stream().map(JavaClass::getSimpleName).collect(Collectors.joining(", ")) + ")";
    }
}
