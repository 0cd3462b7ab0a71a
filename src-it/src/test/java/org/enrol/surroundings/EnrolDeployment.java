package org.enrol.surroundings;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The archive that ships, never a list of classes; the tests that run inside the server are added to its WAR. */
public final class EnrolDeployment {

    private static final String WAR = "/enrol-web.war";

    private EnrolDeployment() {
    }

    public static EnterpriseArchive archive() {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "enrol.ear")
                .importFrom(new File(System.getProperty("enrol.ear"))).as(EnterpriseArchive.class);
        WebArchive war = ear.getAsType(WebArchive.class, WAR);
        war.addPackage("org.enrol.container");
        war.addAsLibraries(jarOf(org.assertj.core.api.Assertions.class), jarOf(net.bytebuddy.ByteBuddy.class),
                jarOf(org.awaitility.Awaitility.class), jarOf(org.hamcrest.Matcher.class));
        ear.delete(WAR);
        ear.addAsModule(war);
        return ear;
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
