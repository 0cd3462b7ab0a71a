package org.enrol.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enrol.account.model.Role;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.NothingPersonal;
import org.junit.jupiter.api.Test;

/** What has to be in the audit trail is in it. */
class AuditTest {

    private static final Set<String> STAFF = Stream.of(Role.values()).filter(Role::isStaff).map(Enum::name).collect(Collectors.toSet());
    private static final JavaClasses CLASSES = new ClassFileImporter().importLocations(new ProductClasses().get(AuditTest.class));

    /** Whatever a service hands to staff is personal, unless its method says that and why it is not. */
    @Test
    void whatStaffReadIsWrittenDown() {
        List<JavaMethod> readings = readings().toList();

        assertThat(readings).as("methods that hand something to staff").hasSizeGreaterThan(5);
        assertThat(readings).filteredOn(method -> !method.isAnnotatedWith(NothingPersonal.class) && !writes(method, new HashSet<>()))
                .extracting(method -> method.getOwner().getSimpleName() + "." + PermissionMatrix.signature(method))
                .as("hands something to staff, and neither writes into the trail nor says @NothingPersonal").isEmpty();
    }

    @Test
    void everyActionOfTheTrailIsWrittenSomewhere() {
        Set<String> written = CLASSES.stream().filter(type -> !type.isEquivalentTo(AuditAction.class)).flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getTarget().getOwner().isEquivalentTo(AuditAction.class))
                .map(JavaFieldAccess::getName).collect(Collectors.toSet());

        assertThat(Stream.of(AuditAction.values()).map(Enum::name)).isSubsetOf(written);
    }

    @Test
    void everyActionOfTheTrailHasWordsInEveryLanguage() {
        Bundle pages = Bundle.named("org/enrol/text");

        assertThat(pages.texts()).hasSize(4);
        pages.texts().forEach((language, texts) -> assertThat(texts.keySet()).as(language)
                .containsAll(Stream.of(AuditAction.values()).map(action -> "audit.action." + action.name()).toList()));
    }

    private static Stream<JavaMethod> readings() {
        return CLASSES.stream().filter(PermissionMatrix::isService).flatMap(PermissionMatrix::operations)
                .filter(method -> !method.getRawReturnType().getName().equals("void"))
                .filter(method -> PermissionMatrix.rolesOf(method) != null && PermissionMatrix.rolesOf(method).stream().anyMatch(STAFF::contains));
    }

    /** Itself, or a method of its own class that it calls. */
    private static boolean writes(JavaMethod method, Set<JavaMethod> seen) {
        return seen.add(method) && method.getMethodCallsFromSelf().stream().anyMatch(call ->
                Set.of("AuditTrail", "StaffReads").contains(call.getTargetOwner().getSimpleName()) && !call.getName().equals("system")
                || call.getTargetOwner().equals(method.getOwner()) && call.getTarget().resolveMember().filter(own -> writes(own, seen)).isPresent());
    }
}
