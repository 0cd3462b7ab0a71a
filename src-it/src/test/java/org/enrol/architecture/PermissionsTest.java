package org.enrol.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code src-it/permissions.md} says who may do what; it is made from the code, so that every change of it is a change somebody reads. */
class PermissionsTest {

    private static final Path ACCEPTED = Repository.file("src-it/permissions.md");
    private static final JavaClasses CLASSES = new ClassFileImporter().importLocations(new ProductClasses().get(PermissionsTest.class));

    @Test
    void theTableOfPermissionsIsWhatTheCodeSays() throws IOException {
        String made = new PermissionMatrix(CLASSES).text();
        Files.writeString(Repository.file("src-it/target/permissions.md"), made);

        assertThat(made).as("if the difference is meant, copy src-it/target/permissions.md to src-it").isEqualTo(Repository.text(ACCEPTED));
    }

    @Test
    void theTableHoldsPagesActionsAndServices() {
        assertThat(new PermissionMatrix(CLASSES).text()).contains("| /admin/request requestPage.act |", "| /admin/audit.csv |", "| RequestCommands.act(",
                "- AuditTrail: record(");
    }

    /** Or whoever writes the name of the file gets past the rules of the address. */
    @Test
    void aPageHasTheSameRolesUnderTheNameOfItsFile() {
        SiteConstraints constraints = new SiteConstraints(Repository.file("web/src/main/webapp/WEB-INF/web.xml"));

        assertThat(SitePages.addresses()).filteredOn(address -> !address.equals("/"))
                .allSatisfy(address -> assertThat(constraints.rolesOf(address + ".xhtml")).as(address).isEqualTo(constraints.rolesOf(address)));
    }
}
