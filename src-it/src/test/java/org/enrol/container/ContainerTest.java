package org.enrol.container;

import org.enrol.surroundings.EnrolDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test inside the server, with {@code @Inject}, {@code @EJB} and {@code @Resource} as in the WAR. The classes of this
 * package, and only they, are in the archive; JUnit, AssertJ and Awaitility are there too.
 */
@ExtendWith(ArquillianExtension.class)
abstract class ContainerTest {

    @Deployment
    static EnterpriseArchive enrol() {
        return EnrolDeployment.archive();
    }
}
