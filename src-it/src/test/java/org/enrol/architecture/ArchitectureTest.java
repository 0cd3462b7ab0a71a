package org.enrol.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enrol.architecture.Conditions.holdOnlyLayersOfTheirModule;
import static org.enrol.architecture.Conditions.knowAnotherJourney;
import static org.enrol.architecture.Conditions.readTheClock;
import static org.enrol.architecture.Conditions.readTheEnvironment;
import static org.enrol.architecture.Conditions.reachOnlyDownwards;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enrol.audit.model.Actor;

/**
 * The dependency rules. Each was broken once on purpose and seen red; a rule that matches no class fails.
 *
 * <p>Rules are methods and not fields: Surefire 3.5.3 loses ArchUnit's fields, and a broken rule would stay green.
 *
 * <p>Source: design section 3 (rules that a test enforces).
 */
@AnalyzeClasses(locations = ProductClasses.class)
class ArchitectureTest {

    @ArchTest
    static void layersReachOnlyDownwards(JavaClasses classes) {
        classes().should(reachOnlyDownwards()).check(classes);
    }

    @ArchTest
    static void aModuleHoldsOnlyItsLayers(JavaClasses classes) {
        classes().should(holdOnlyLayersOfTheirModule()).check(classes);
    }

    @ArchTest
    static void componentsHaveNoCycle(JavaClasses classes) {
        slices().matching("org.enrol.(*)..").should().beFreeOfCycles().check(classes);
    }

    @ArchTest
    static void journeysDoNotKnowEachOther(JavaClasses classes) {
        noClasses().that().resideInAnyPackage("org.enrol.buyer..", "org.enrol.supplier..", "org.enrol.researcher..").should(knowAnotherJourney())
                .check(classes);
    }

    @ArchTest
    static void theModelIsPlainJava(JavaClasses classes) {
        classes().that().resideInAPackage("org.enrol.*.model")
                .should().onlyDependOnClassesThat(resideInAnyPackage("org.enrol.*.model", "org.enrol.error", "java..",
                        "jakarta.persistence..", "jakarta.validation.."))
                .check(classes);
    }

    @ArchTest
    static void noEntityReachesPagesOrApi(JavaClasses classes) {
        classes().that().areAnnotatedWith(Entity.class)
                .should().onlyHaveDependentClassesThat().resideOutsideOfPackages("org.enrol.*.faces", "org.enrol.*.rest", "org.enrol.rest")
                .check(classes);
    }

    @ArchTest
    static void onlyServicesTouchTheDatabase(JavaClasses classes) {
        noClasses().that().resideOutsideOfPackage("org.enrol.*.service")
                .should().dependOnClassesThat().areAssignableTo(EntityManager.class)
                .orShould().dependOnClassesThat().areAssignableTo(EntityManagerFactory.class)
                .orShould().dependOnClassesThat().resideInAPackage("java.sql..")
                .check(classes);
    }

    @ArchTest
    static void enterpriseBeansAreServices(JavaClasses classes) {
        classes().that().areAnnotatedWith(Stateless.class).or().areAnnotatedWith(Stateful.class)
                .or().areAnnotatedWith(Singleton.class).or().areAnnotatedWith(MessageDriven.class)
                .should().resideInAPackage("org.enrol.*.service")
                .check(classes);
    }

    @ArchTest
    static void everyEnterpriseBeanSaysWhoMayCallIt(JavaClasses classes) {
        classes().that().areAnnotatedWith(Stateless.class)
                .or().areAnnotatedWith(Stateful.class).or().areAnnotatedWith(Singleton.class)
                .should().beAnnotatedWith(PermitAll.class).orShould().beAnnotatedWith(RolesAllowed.class).orShould().beAnnotatedWith(DenyAll.class)
                .check(classes);
    }

    @ArchTest
    static void anInterfaceIsAPort(JavaClasses classes) {
        classes().that().areInterfaces().and().areNotAnnotations().and().doNotHaveSimpleName("package-info")
                .and().areNotAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient")
                .should().resideInAPackage("org.enrol.*.port")
                .check(classes);
    }

    @ArchTest
    static void aRestClientIsHiddenInItsAdapter(JavaClasses classes) {
        classes().that().areAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient")
                .should().resideInAPackage("org.enrol.*.adapter").andShould().bePackagePrivate()
                // Nobody needs one yet.
                .allowEmptyShould(true)
                .check(classes);
    }

    @ArchTest
    static void onlyClockReadsTheClock(JavaClasses classes) {
        noClasses().that().resideOutsideOfPackage("org.enrol.clock").should(readTheClock()).check(classes);
    }

    @ArchTest
    static void onlyAdaptersTalkToTheNetwork(JavaClasses classes) {
        noClasses().that().resideOutsideOfPackage("org.enrol.*.adapter")
                .should().dependOnClassesThat().resideInAnyPackage("java.net.http..", "jakarta.mail..", "jakarta.ws.rs.client..",
                        "org.eclipse.microprofile.rest.client..")
                .orShould().dependOnClassesThat().areAssignableTo(URLConnection.class)
                .orShould().dependOnClassesThat().areAssignableTo(Socket.class)
                .orShould().callMethod(URL.class, "openConnection")
                .orShould().callMethod(URL.class, "openStream")
                .check(classes);
    }

    @ArchTest
    static void noPackageForOddsAndEnds(JavaClasses classes) {
        noClasses().should().resideInAnyPackage(
                "..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..impl..", "..internal..", "..dto..")
                .check(classes);
    }

    @ArchTest
    static void configurationComesThroughConfigProperty(JavaClasses classes) {
        noClasses().should(readTheEnvironment()).check(classes);
    }

    /** The schema is migrated before CDI runs. */
    @ArchTest
    static void onlyTheSchemaAsksForItsConfiguration(JavaClasses classes) {
        noClasses().that().resideOutsideOfPackage("org.enrol.schema")
                .should().dependOnClassesThat().haveFullyQualifiedName("org.eclipse.microprofile.config.ConfigProvider")
                .check(classes);
    }

    /** From the container's principal, from a proved link, for the system. */
    @ArchTest
    static void anActorIsMadeInExactlyThreePlaces(JavaClasses classes) {
        Set<String> makers = classes.get(Actor.class).getAccessesToSelf().stream()
                .filter(access -> access.getTarget().getName().equals("<init>"))
                .map(JavaAccess::getOrigin)
                .map(origin -> origin.getOwner().getSimpleName() + "." + origin.getName())
                .collect(Collectors.toSet());

        assertThat(makers).as("who makes an Actor")
                .containsExactlyInAnyOrder("CurrentActor.proved", "CurrentActor.visitor", "Links.open", "AuditTrail.system");
    }

    /** Without this, a module that was not compiled or not found would make every rule above look green. */
    @ArchTest
    static void everyModuleAndLayerIsSeen(JavaClasses classes) {
        Stream.of("org.enrol.account.model", "org.enrol.account.service", "org.enrol.messaging.port", "org.enrol.messaging.adapter",
                        "org.enrol.page.faces", "org.enrol.error", "org.enrol.clock", "org.enrol.schema", "org.enrol.secret")
                .forEach(name -> assertThat(classes.containPackage(name)).as(name).isTrue());
    }
}
