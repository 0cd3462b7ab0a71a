package org.enrol.surroundings;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test outside the server: it calls the deployed archive by {@link Surroundings#url()}, as a person's browser does. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public abstract class ClientTest {

    @Deployment
    public static EnterpriseArchive enrol() {
        return EnrolDeployment.archive();
    }
}
